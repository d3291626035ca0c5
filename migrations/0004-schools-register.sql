-- Schools: from registers, or added by a teacher and confirmed by an officer.
create schema schools;

create table schools.school (
  id uuid primary key,
  country text not null references places.country (code),
  -- as the source writes it, and as people read it
  original_name text not null check (length(original_name) between 1 and 300),
  name text not null check (length(name) between 1 and 300),
  town text not null check (length(town) between 1 and 120),
  region text,
  address text,
  postcode text,
  website text,
  levels text[] not null default '{}',
  language text,
  longitude double precision,
  latitude double precision,
  made_at timestamptz not null,
  -- name and town as the shared folding leaves them: as one text, and as a set of words
  folded text not null,
  words text[] not null
);
-- no list of pending entries: after an import the first who search would wait for it
create index school_by_words on schools.school using gin (words) with (fastupdate = off);
create index school_by_folded on schools.school (country, folded);

-- The words by which the schools of a country are found, and how many schools have each.
create table schools.word (
  country text not null references places.country (code),
  -- letters a to z and digits only, in the order of their codes, so that words with one beginning lie together
  word text collate "C" not null,
  schools integer not null,
  primary key (country, word)
);
create index word_by_likeness on schools.word using gin (word gin_trgm_ops) with (fastupdate = off);

-- Where a school came from. A school with neither key nor confirmation is seen by its creator and the officers only.
create table schools.register_key (
  country text not null references places.country (code),
  scheme text not null,
  code text not null,
  branch text not null default '',
  school_id uuid not null references schools.school (id),
  -- tells that the source's row has changed, not what it said
  row_hash bytea not null,
  primary key (country, scheme, code, branch)
);
create index register_key_by_school on schools.register_key (school_id);

create table schools.addition (
  school_id uuid primary key references schools.school (id),
  added_by uuid not null,
  added_at timestamptz not null
);
create index addition_by_person on schools.addition (added_by, added_at);

create table schools.confirmation (
  school_id uuid primary key references schools.school (id),
  case_id uuid not null references support.approval_case (id),
  confirmed_at timestamptz not null
);

-- States of a school with their history: the newest line holds; no line: open.
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

-- The rows of a register while one import compares them: only the columns on the profile's list come this far.
-- Filled and emptied in one transaction, so that nobody else ever sees a line.
create unlogged table schools.incoming_row (
  run_id uuid not null,
  line integer not null,
  code text not null,
  branch text not null,
  row_hash bytea not null,
  original_name text not null,
  name text not null,
  town text not null,
  region text,
  address text,
  postcode text,
  website text,
  levels text[] not null,
  language text,
  longitude double precision,
  latitude double precision,
  state text not null,
  folded text not null,
  words text[] not null,
  primary key (run_id, line)
);
create index incoming_row_by_code on schools.incoming_row (run_id, code, branch);

-- A school a newer edition no longer lists: a question for an officer, never a deletion.
create table schools.missing (
  school_id uuid primary key references schools.school (id),
  import_run_id uuid not null references schools.import_run (id),
  noticed_at timestamptz not null
);
