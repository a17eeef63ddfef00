-- Units, persons and posts. A version is a set of dated slices: valid_from inclusive, valid_to exclusive.

create table unit_versions (
  tenant_id bigint not null,
  unit_id uuid not null,
  version int not null,
  valid_from date not null,
  valid_to date not null default 'infinity',
  known_from bigint not null,
  known_to bigint not null default 9223372036854775807,
  name text not null,
  type text not null,
  parent_id uuid,
  founding_document text,
  primary key (tenant_id, unit_id, version, valid_from)
);
create index unit_versions_by_known on unit_versions (tenant_id, known_to, known_from);

-- A person's name is sealed in the log under this key; erasing the key erases the name from the log.
create table person_keys (
  tenant_id bigint not null,
  person_id uuid not null,
  key bytea not null,
  primary key (tenant_id, person_id)
);

create table persons (
  tenant_id bigint not null,
  person_id uuid not null,
  name text not null,
  known_from bigint not null,
  primary key (tenant_id, person_id)
);

create table post_versions (
  tenant_id bigint not null,
  post_id uuid not null,
  version int not null,
  known_from bigint not null,
  known_to bigint not null default 9223372036854775807,
  unit_id uuid not null,
  person_id uuid not null,
  title text not null,
  valid_from date not null,
  valid_to date not null default 'infinity',
  primary key (tenant_id, post_id, version)
);
create index post_versions_by_unit on post_versions (tenant_id, unit_id, known_to);

alter table unit_versions enable row level security;
alter table person_keys enable row level security;
alter table persons enable row level security;
alter table post_versions enable row level security;

create policy own_tenant on unit_versions
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);
create policy own_tenant on person_keys
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);
create policy own_tenant on persons
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);
create policy own_tenant on post_versions
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);
