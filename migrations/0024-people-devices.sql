-- A browser in which somebody signed in: its kind in words, never its network or exact version. The country is what a
-- trusted proxy said, where the installation has one that knows.
create table people.device (
  id uuid primary key,
  login_id text not null references people.login (id) on delete cascade,
  token_hash bytea not null,
  browser text not null,
  system text not null,
  country text check (country ~ '^[A-Z]{2}$'),
  first_used_at timestamptz not null,
  last_used_at timestamptz not null,
  unique (login_id, token_hash)
);
create index device_by_token on people.device (token_hash);

-- When and how the person last proved who they are; what guards the account asks for a proof that is fresh.
alter table people.session
  add column device_id uuid references people.device (id) on delete set null,
  add column proved_at timestamptz,
  add column proved_by text check (proved_by in ('letter', 'password', 'code', 'passkey', 'provider')),
  add check ((proved_at is null) = (proved_by is null));
create index session_by_device on people.session (device_id);
