-- Responsibility of posts; accounts with their roles, which are projections of the log, and what stands outside it: secrets, sessions, failures.

-- What a post means in the responsibility system: first, direct or dual (第一责任人, 直接责任人, 一岗双责).
alter table post_versions add column responsibility text;

create table accounts (
  tenant_id bigint not null,
  account_id uuid not null,
  login text not null,
  person_id uuid,
  opened_at timestamptz not null,
  closed_at timestamptz,
  known_from bigint not null,
  -- Null where nobody can sign in by a password: the accounts of a demonstration.
  password_hash text,
  must_change_password boolean not null default false,
  last_sign_in_at timestamptz,
  primary key (tenant_id, account_id),
  unique (tenant_id, login)
);

create table role_grants (
  tenant_id bigint not null,
  grant_id uuid not null,
  account_id uuid not null,
  role text not null,
  unit_id uuid,
  granted_at timestamptz not null,
  withdrawn_at timestamptz,
  known_from bigint not null,
  primary key (tenant_id, grant_id)
);
create index role_grants_by_account on role_grants (tenant_id, account_id);

-- Only the SHA-256 of a session's secret is kept: who reads this table cannot use it.
create table sessions (
  tenant_id bigint not null,
  session_id uuid not null,
  account_id uuid not null,
  secret_hash bytea not null,
  address text not null,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, session_id),
  unique (tenant_id, secret_hash)
);
create index sessions_by_account on sessions (tenant_id, account_id);

create table sign_in_failures (
  tenant_id bigint not null,
  who text not null,
  failures int not null,
  last_failed_at timestamptz not null,
  primary key (tenant_id, who)
);

alter table accounts enable row level security;
alter table role_grants enable row level security;
alter table sessions enable row level security;
alter table sign_in_failures enable row level security;

create policy own_tenant on accounts
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);
create policy own_tenant on role_grants
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);
create policy own_tenant on sessions
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);
create policy own_tenant on sign_in_failures
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);
