-- Reports from their first draft on. A version is what one step made of a report: who took it, when, and how far the
-- report then was; the bindings that people set lie beside it. What was read at first, and what was issued, are the
-- events at `drafted_at` and `issued_at`.

create table report_versions (
  tenant_id bigint not null,
  report_id uuid not null,
  version int not null,
  known_from bigint not null,
  known_to bigint not null default 9223372036854775807,
  step text not null,
  state text not null check (state in ('draft', 'submitted', 'reviewed', 'issued', 'discarded')),
  title text not null,
  period text not null,
  unit_id uuid,
  unit text not null,
  figures int not null,
  open_slots int not null,
  drafted_at bigint,
  issued_at bigint,
  changed_by text not null,
  changed_account uuid,
  changed_at timestamptz not null,
  note text,
  primary key (tenant_id, report_id, version)
);
create index report_versions_by_known on report_versions (tenant_id, known_to, known_from);

-- `place` is a slot (slot:12) or a sentence (sentence:4:0) of the draft; `content` is JSON.
create table report_bindings (
  tenant_id bigint not null,
  report_id uuid not null,
  place text not null,
  version int not null,
  known_from bigint not null,
  known_to bigint not null default 9223372036854775807,
  content text not null,
  set_by text not null,
  set_at timestamptz not null,
  primary key (tenant_id, report_id, place, version)
);

-- Checks of finished reports that were kept; what a check found is the event at `known_from`.
create table report_checks (
  tenant_id bigint not null,
  check_id uuid not null,
  known_from bigint not null,
  title text not null,
  file_name text not null,
  period text not null,
  unit_id uuid,
  unit text not null,
  checked_by text not null,
  checked_at timestamptz not null,
  evidenced int not null,
  contradicted int not null,
  unsupported int not null,
  consistent int not null,
  primary key (tenant_id, check_id)
);
create index report_checks_by_position on report_checks (tenant_id, known_from);

alter table report_versions enable row level security;
alter table report_bindings enable row level security;
alter table report_checks enable row level security;

create policy own_tenant on report_versions
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);
create policy own_tenant on report_bindings
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);
create policy own_tenant on report_checks
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);

insert into report_versions (
  tenant_id, report_id, version, known_from, step, state, title, period, unit, figures, open_slots, issued_at, changed_by, changed_at
)
select reports.tenant_id, report_id, 1, known_from, 'made', 'issued', title, period, unit, figures, open_slots, known_from, events.actor, made_at
from reports join events on events.tenant_id = reports.tenant_id and events.position = reports.known_from;

drop table reports;
