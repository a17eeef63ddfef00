-- Records as versions current between two log positions. Filters read only plain typed columns,
-- because under row-level security an index serves leakproof operators only; `fields` is for display.

create table record_versions (
  tenant_id bigint not null,
  record_id uuid not null,
  version int not null,
  known_from bigint not null,
  known_to bigint not null default 9223372036854775807,
  kind text not null,
  unit_id uuid not null,
  state text not null check (state in ('recorded', 'voided')),
  occurred_on date not null,
  title text not null,
  pack text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  source_file text,
  source_sheet text,
  source_row int,
  t1 text, t2 text, t3 text, t4 text, t5 text, t6 text, t7 text, t8 text,
  t9 text, t10 text, t11 text, t12 text, t13 text, t14 text, t15 text, t16 text,
  d1 date, d2 date, d3 date, d4 date,
  n1 bigint, n2 bigint, n3 bigint, n4 bigint, n5 bigint, n6 bigint, n7 bigint, n8 bigint,
  fields jsonb not null,
  primary key (tenant_id, record_id, version)
);
create index record_versions_by_kind on record_versions (tenant_id, kind, occurred_on, record_id);

-- Which column holds which field of a kind; never changed and never given to another field.
create table field_columns (
  tenant_id bigint not null,
  kind text not null,
  field text not null,
  slot int not null,
  column_name text not null,
  digits int not null default 0,
  primary key (tenant_id, kind, field, slot),
  unique (tenant_id, kind, column_name)
);

create table import_batches (
  tenant_id bigint not null,
  batch_id uuid not null,
  file_name text not null,
  file_sha256 text not null,
  records int not null,
  position bigint not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (tenant_id, batch_id),
  unique (tenant_id, file_sha256)
);

alter table record_versions enable row level security;
alter table field_columns enable row level security;
alter table import_batches enable row level security;

create policy own_tenant on record_versions
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);
create policy own_tenant on field_columns
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);
create policy own_tenant on import_batches
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);
