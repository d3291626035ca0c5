-- A second factor: an app that shows codes, or passkeys; recovery codes for the day it is lost.
create table people.authenticator (
  login_id text primary key references people.login (id) on delete cascade,
  -- sealed with the installation's secret
  secret text not null,
  begun_at timestamptz not null,
  confirmed_at timestamptz,
  -- the half minute of the last code that was taken: none counts twice
  last_step bigint not null default 0
);

create table people.recovery_code (
  login_id text not null references people.login (id) on delete cascade,
  code_hash bytea not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (login_id, code_hash)
);

create table people.passkey (
  -- the credential's id, as browsers name it
  id text primary key,
  login_id text not null references people.login (id) on delete cascade,
  name text not null,
  public_key bytea not null,
  sign_count bigint not null,
  transports text[] not null,
  made_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_by_login on people.passkey (login_id);

-- A challenge that was answered; it is ours by its signature, and counts once.
create table people.spent_challenge (
  challenge_hash bytea primary key,
  spent_at timestamptz not null
);
create index spent_challenge_by_time on people.spent_challenge (spent_at);
