-- Copies of a TwinSpace to take along: asked for, made by the worker, and gone after a while.
create schema twinspaces_copies;

create table twinspaces_copies.copy (
  id uuid primary key,
  space_id uuid not null references spaces.space (id),
  asked_by uuid not null references spaces.member (id),
  asked_at timestamptz not null,
  -- the language of the pages around what was written
  locale text not null,
  -- how far it is: so many things of so many
  done integer not null default 0 check (done >= 0),
  out_of integer not null default 0 check (out_of >= 0),
  -- somebody is at it until then
  leased_until timestamptz,
  attempts integer not null default 0,
  file_id uuid references platform.file (id) on delete set null,
  bytes bigint check (bytes > 0),
  ready_at timestamptz,
  failed_at timestamptz,
  check (ready_at is null or failed_at is null)
);
create index copy_by_space on twinspaces_copies.copy (space_id, asked_at desc);
create unique index one_copy_at_a_time on twinspaces_copies.copy (asked_by)
  where ready_at is null and failed_at is null;

insert into platform.retention_rule (rule, since, amount, unit) values ('copy', '2020-01-01T00:00:00Z', 7, 'day');
