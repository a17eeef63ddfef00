-- Duties that units have taken on, what a body changed of them, and the dated tasks that follow.
-- All are projections of the log, as versions current between two positions.

-- A pack's duties, taken on for a unit and everything below it from a day on; until_on is exclusive.
create table duty_adoptions (
  tenant_id bigint not null,
  adoption_id uuid not null,
  version int not null,
  known_from bigint not null,
  known_to bigint not null default 9223372036854775807,
  pack text not null,
  unit_id uuid not null,
  from_on date not null,
  until_on date not null default 'infinity',
  changed_by text not null,
  primary key (tenant_id, adoption_id, version)
);

-- What is owed otherwise than the pack says: for the whole body (unit_id null) or a unit and all below it.
-- `content` is JSON: the fields of the duty that are replaced, or {"off": true}.
create table duty_changes (
  tenant_id bigint not null,
  change_id uuid not null,
  version int not null,
  known_from bigint not null,
  known_to bigint not null default 9223372036854775807,
  duty text not null,
  unit_id uuid,
  from_on date not null,
  content text not null,
  state text not null check (state in ('asked', 'approved', 'refused', 'withdrawn')),
  reason text not null,
  asked_by text not null,
  asked_account uuid,
  answered_by text,
  answer text,
  primary key (tenant_id, change_id, version)
);
create index duty_changes_by_duty on duty_changes (tenant_id, duty, known_to);

-- One dated instance of a duty for one unit. `done` counts the linked records that satisfy it; `done_on` is the day the
-- last one needed stands for, `done_at` the moment the system knew of it: lateness is read from these and the due day,
-- and nothing takes it back. `how` is JSON: the steps by which the due day was worked out.
create table task_versions (
  tenant_id bigint not null,
  task_id uuid not null,
  version int not null,
  known_from bigint not null,
  known_to bigint not null default 9223372036854775807,
  duty text not null,
  pack text not null,
  unit_id uuid not null,
  period text not null,
  period_from date not null,
  period_to date not null,
  opens_on date not null,
  due_on date not null,
  late_from date not null,
  due_at timestamptz,
  needed int not null,
  done int not null default 0,
  done_on date,
  done_at timestamptz,
  begun boolean not null default false,
  settled text check (settled in ('not-applicable', 'not-held')),
  settling text check (settling in ('not-applicable', 'not-held')),
  settle_reason text,
  settle_asked_by text,
  settle_asked_account uuid,
  settled_by text,
  withdrawn boolean not null default false,
  how text not null,
  primary key (tenant_id, task_id, version)
);
-- One task for each duty, unit and period, whatever a second run does.
create unique index task_versions_current on task_versions (tenant_id, unit_id, duty, period) where known_to = 9223372036854775807;
create index task_versions_by_due on task_versions (tenant_id, unit_id, due_on) where known_to = 9223372036854775807;
create index task_versions_open on task_versions (tenant_id, due_on)
  where known_to = 9223372036854775807 and not withdrawn and settled is null and (done < needed or done_on is null);
create index task_versions_settling on task_versions (tenant_id, unit_id) where known_to = 9223372036854775807 and settling is not null;

-- What satisfies a task: records, and for a duty to report upward the issued report.
create table task_links (
  tenant_id bigint not null,
  task_id uuid not null,
  link_id uuid not null,
  known_from bigint not null,
  known_to bigint not null default 9223372036854775807,
  target text not null check (target in ('record', 'report')),
  target_id uuid not null,
  linked_by text not null,
  linked_at timestamptz not null,
  primary key (tenant_id, link_id)
);
create index task_links_by_task on task_links (tenant_id, task_id, known_to);
create index task_links_by_target on task_links (tenant_id, target_id, known_to);

alter table duty_adoptions enable row level security;
alter table duty_changes enable row level security;
alter table task_versions enable row level security;
alter table task_links enable row level security;

create policy own_tenant on duty_adoptions
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);
create policy own_tenant on duty_changes
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);
create policy own_tenant on task_versions
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);
create policy own_tenant on task_links
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);

-- How far each reaction came in the log.
create table reaction_positions (
  tenant_id bigint not null,
  name text not null,
  position bigint not null,
  primary key (tenant_id, name)
);
alter table reaction_positions enable row level security;
create policy own_tenant on reaction_positions
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);
