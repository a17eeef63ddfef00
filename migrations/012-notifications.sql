-- Ways out of the program, what is to be told through them, and secret addresses of calendars.
-- Personal choices and addresses stand outside the log; what is told is never told twice.

-- `settings` is JSON without secrets; what is secret is sealed with the key of the data folder.
create table notification_channels (
  tenant_id bigint not null,
  channel_id uuid not null,
  kind text not null check (kind in ('mail', 'wecom', 'dingtalk', 'feishu')),
  name text not null,
  unit_id uuid,
  settings text not null,
  sealed bytea,
  switched_on boolean not null default true,
  version int not null,
  changed_by text not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  last_sent_at timestamptz,
  last_error text,
  failing_since timestamptz,
  primary key (tenant_id, channel_id)
);
create unique index notification_channels_one_mail on notification_channels (tenant_id) where kind = 'mail' and removed_at is null;

-- Where outgoing requests may go beside public addresses, and under which address people reach the program.
create table outgoing_rules (
  tenant_id bigint not null,
  public_url text not null default '',
  allowed text[] not null default '{}',
  primary key (tenant_id)
);

-- One row for each thing told through a channel. A row is taken (`sending`) and committed before anything is sent; one
-- found taken that nobody is sending may have been sent, so it is marked `unknown` and never sent again.
create table outbox (
  tenant_id bigint not null,
  channel_id uuid not null,
  subject text not null,
  kind text not null check (kind in ('digest', 'notice', 'group', 'test')),
  recipient text,
  title text not null,
  content text not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'unknown')),
  attempts int not null default 0,
  created_at timestamptz not null,
  next_try_at timestamptz not null,
  ended_at timestamptz,
  error text,
  primary key (tenant_id, channel_id, subject)
);
create index outbox_waiting on outbox (tenant_id, next_try_at) where state in ('waiting', 'sending');
create index outbox_newest on outbox (tenant_id, created_at desc);

-- What a person wants to be told; `since` keeps older events from being told.
create table notification_choices (
  tenant_id bigint not null,
  account_id uuid not null,
  address text not null,
  digest_hour int check (digest_hour between 0 and 23),
  notices boolean not null,
  since timestamptz not null,
  primary key (tenant_id, account_id)
);

-- Secret addresses of calendars; only a hash of the secret is kept.
create table calendar_feeds (
  tenant_id bigint not null,
  feed_id uuid not null,
  account_id uuid not null,
  unit_id uuid,
  secret_hash bytea not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (tenant_id, feed_id)
);
create unique index calendar_feeds_by_secret on calendar_feeds (tenant_id, secret_hash);
create index calendar_feeds_by_account on calendar_feeds (tenant_id, account_id);

alter table notification_channels enable row level security;
alter table outgoing_rules enable row level security;
alter table outbox enable row level security;
alter table notification_choices enable row level security;
alter table calendar_feeds enable row level security;

create policy own_tenant on notification_channels
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);
create policy own_tenant on outgoing_rules
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);
create policy own_tenant on outbox
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);
create policy own_tenant on notification_choices
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);
create policy own_tenant on calendar_feeds
  using (tenant_id = nullif(current_setting('taizhang.tenant', true), '')::bigint);
