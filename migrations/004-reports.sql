-- Reports made: the list. What a report says (figures, open slots, anchor) is the event that made it.

create table reports (
  tenant_id bigint not null,
  report_id uuid not null,
  known_from bigint not null,
  title text not null,
  period text not null,
  unit text not null,
  made_at timestamptz not null,
  figures int not null,
  open_slots int not null,
  file_sha256 text not null,
  primary key (tenant_id, report_id)
);
create index reports_by_position on reports (tenant_id, known_from);

alter table reports enable row level security;

create policy own_tenant on reports
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);
