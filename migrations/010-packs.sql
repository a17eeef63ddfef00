-- The packs a body has in force, with their texts as adopted: a newer program changes nothing until it is agreed to.
-- The body's own pack is `local`.

create table pack_versions (
  tenant_id bigint not null,
  pack text not null,
  known_from bigint not null,
  known_to bigint not null default 9223372036854775807,
  version text not null,
  sha256 text not null,
  files text not null,
  adopted_by text not null,
  adopted_at timestamptz not null,
  primary key (tenant_id, pack, known_from)
);

alter table pack_versions enable row level security;

create policy own_tenant on pack_versions
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);
