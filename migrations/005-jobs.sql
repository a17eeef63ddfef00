-- Background jobs of the program: what is running, how far it is, and what came of it. They are no part of the log:
-- what a job records goes through verbs as everything else does.

create table jobs (
  tenant_id bigint not null,
  job_id uuid not null,
  type text not null,
  title text not null,
  state text not null check (state in ('running', 'done', 'failed', 'cancelled')),
  done bigint not null default 0,
  total bigint,
  note text not null default '',
  started_by text not null,
  account_id uuid,
  started_at timestamptz not null,
  finished_at timestamptz,
  result jsonb,
  error_code text,
  error_message text,
  primary key (tenant_id, job_id)
);
create index jobs_by_start on jobs (tenant_id, started_at);

alter table jobs enable row level security;

create policy own_tenant on jobs
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);
