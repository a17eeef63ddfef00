-- Words of the current version of each record, for search; filled behind the log up to a saved position, so that
-- recording and importing do not wait for it. And the views that people keep of a list.

create table record_search (
  tenant_id bigint not null,
  record_id uuid not null,
  version int not null,
  content text not null,
  words tsvector not null,
  primary key (tenant_id, record_id)
) with (toast_tuple_target = 256);
-- Kept beside the table: a search reads the index and then only the short rest of each row.
alter table record_search alter column words set storage external;
-- A short pending list: long enough to add many records at once, short enough to be read by every search.
create index record_search_by_words on record_search using gin (words) with (gin_pending_list_limit = 512);
-- Counts a list, a year or a unit without reading the records.
create index record_versions_current on record_versions (tenant_id, kind, occurred_on, record_id) include (unit_id)
  where known_to = 9223372036854775807 and state = 'recorded';

create table record_search_heads (
  tenant_id bigint primary key,
  position bigint not null
);

create table record_views (
  tenant_id bigint not null,
  view_id uuid not null,
  kind text not null,
  name text not null,
  owner text not null,
  unit_id uuid,
  address text not null,
  saved_at timestamptz not null,
  primary key (tenant_id, view_id)
);
create index record_views_by_kind on record_views (tenant_id, kind);

alter table record_search enable row level security;
alter table record_search_heads enable row level security;
alter table record_views enable row level security;

create policy own_tenant on record_search
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);
create policy own_tenant on record_search_heads
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);
create policy own_tenant on record_views
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);

-- Under row-level security `@@` is not leakproof and would keep the index from the application role. As the schema
-- owner's function it uses the index, and the tenant's condition stands inside; every document carries its tenant and
-- kind as words of their own, so that other tenants' rows are not even read. A piece of several words must also stand
-- in the text as it was typed, unless it is the name of a value that the record holds.
create function search_records(wanted_kind text, wanted text, pieces text[], meanings text[]) returns setof uuid
language sql stable security definer rows 20000
set search_path = public, pg_temp
set plan_cache_mode = force_custom_plan
as $$
  select s.record_id from record_search s
  where s.tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint
    and s.words @@ (('''@' || current_setting('taizhang.tenant', true) || coalesce(':' || wanted_kind, '') || '''')::tsquery && wanted::tsquery)
    and (cardinality(pieces) = 0 or not exists (
      select from unnest(pieces, meanings) as p (piece, meaning)
      where strpos(s.content, piece) = 0 and (meaning = '' or not s.words @@ meaning::tsquery)
    ))
$$;
revoke execute on function search_records(text, text, text[], text[]) from public;
