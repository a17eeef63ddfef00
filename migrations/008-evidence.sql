-- Evidence of records: files by SHA-256, each with the day it stands for and the moment it was received.
-- A record whose kind declares a workflow has a state in it; null is the first one.

alter table record_versions add column workflow_state text;

create table evidence (
  tenant_id bigint not null,
  evidence_id uuid not null,
  record_id uuid not null,
  known_from bigint not null,
  known_to bigint not null default 9223372036854775807,
  name text not null,
  media_type text not null,
  sha256 text not null,
  bytes bigint not null,
  stands_for date not null,
  received_at timestamptz not null,
  received_by text not null,
  primary key (tenant_id, evidence_id)
);
create index evidence_by_record on evidence (tenant_id, record_id, known_from);

alter table evidence enable row level security;

create policy own_tenant on evidence
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);
