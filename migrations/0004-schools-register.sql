-- Schools: from registers, or added by a teacher and confirmed by an officer.
create schema schools;

create table schools.school (
  id uuid primary key,
  country text not null references places.country (code),
  -- as the source writes it, and as people read it
  original_name text not null,
  name text not null,
  town text not null,
  region text,
  address text,
  postcode text,
  website text,
  levels text[] not null default '{}',
  language text,
  longitude double precision,
  latitude double precision,
  made_at timestamptz not null,
  -- name and town folded for search, see the shared folding function
  folded text not null
);
create index school_folded on schools.school using gin (folded gin_trgm_ops);
create index school_by_country on schools.school (country);

-- Where a school came from. A school with neither key nor confirmation is seen by its creator and the officers only.
create table schools.register_key (
  country text not null references places.country (code),
  scheme text not null,
  code text not null,
  branch text not null default '',
  school_id uuid not null references schools.school (id),
  row_hash bytea not null,
  primary key (country, scheme, code, branch)
);
create index register_key_by_school on schools.register_key (school_id);

create table schools.addition (
  school_id uuid primary key references schools.school (id),
  added_by uuid not null,
  added_at timestamptz not null
);

create table schools.confirmation (
  school_id uuid primary key references schools.school (id),
  case_id uuid not null references support.approval_case (id),
  confirmed_at timestamptz not null
);

-- States of a school with their history: the newest line holds.
create table schools.state_change (
  school_id uuid not null references schools.school (id),
  state text not null check (state in ('open', 'closing', 'closed', 'pending')),
  since timestamptz not null,
  primary key (school_id, since)
);

create table schools.import_run (
  id uuid primary key,
  profile text not null,
  file_name text not null,
  edition text,
  started_at timestamptz not null,
  applied_by text not null,
  added integer not null,
  changed integer not null,
  missing integer not null,
  skipped integer not null
);

-- A school a newer edition no longer lists: a question for an officer, never a deletion.
create table schools.missing (
  school_id uuid primary key references schools.school (id),
  import_run_id uuid not null references schools.import_run (id),
  noticed_at timestamptz not null
);
