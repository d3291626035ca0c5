-- What every part stands on: form answers, mails, the audit log, limits, files.
create extension if not exists pg_trgm;

create schema platform;

-- One answer per form key and actor, kept 24 hours, so that a form sent twice has one effect.
create table platform.form_answer (
  actor text not null,
  form text not null,
  key text not null,
  body_hash bytea not null,
  answer jsonb not null,
  answered_at timestamptz not null,
  primary key (actor, form, key, body_hash)
);
create index form_answer_by_time on platform.form_answer (answered_at);

-- Mails wait here until a relay has taken them; written in the transaction of what they tell.
create table platform.mail (
  id uuid primary key,
  message_id text not null unique,
  to_address text not null,
  locale text not null,
  subject text not null,
  body text not null,
  -- the one link that signs in, confirms or resets: masked wherever mails are listed
  secret_link text,
  queued_at timestamptz not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  leased_until timestamptz,
  sent_at timestamptz,
  given_up_at timestamptz,
  last_error text
);
create index mail_waiting on platform.mail (next_attempt_at) where sent_at is null and given_up_at is null;
create index mail_by_recipient on platform.mail (to_address, queued_at);

-- Who did what, append only: the role of the application may neither change nor delete a line.
create table platform.audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  office_id uuid,
  action text not null,
  subject_kind text not null,
  subject_id text,
  details jsonb not null default '{}'
);
create index audit_entry_by_subject on platform.audit_entry (subject_kind, subject_id);

-- Every minute new audit lines are sealed: hash = sha256(previous hash, the lines up to here).
create table platform.audit_seal (
  up_to bigint primary key,
  lines integer not null,
  hash bytea not null,
  sealed_at timestamptz not null
);

-- How often something was done in a window of time; the key names what is limited and for whom.
create table platform.limit_count (
  key text not null,
  window_start timestamptz not null,
  count integer not null,
  primary key (key, window_start)
);
create index limit_count_by_time on platform.limit_count (window_start);

-- What was uploaded and checked. The bytes lie in the file store under their hash, once, whoever sent them.
create table platform.file (
  id uuid primary key,
  purpose text not null,
  -- the thing the file belongs to, as the part of the purpose counts them
  owner_id uuid not null,
  name text not null check (length(name) <= 200),
  type text not null,
  made_at timestamptz not null
);
create index file_by_owner on platform.file (purpose, owner_id);

-- A picture is kept in several sizes and not as it came; any other file in the one size `whole`.
create table platform.file_size (
  file_id uuid not null references platform.file (id) on delete cascade,
  size text not null,
  type text not null,
  bytes bigint not null check (bytes >= 0),
  sha256 bytea not null,
  width integer,
  height integer,
  primary key (file_id, size),
  check ((width is null) = (height is null))
);
create index file_size_by_hash on platform.file_size (sha256);

-- Secrets and marks of this installation that are made once, such as "the demo world was made".
create table platform.mark (
  name text primary key,
  content jsonb not null,
  made_at timestamptz not null
);

-- Jobs are added by the application and run by the worker, which owns the queue.
create function platform.add_job(name text, payload json, key text) returns void
language sql security definer set search_path = '' as $$
  select from graphile_worker.add_job(name, payload, job_key => key)
$$;
revoke execute on function platform.add_job from public;
