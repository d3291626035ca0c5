-- Registers at the scale of a country: editions are laid down, compared, taken over step by step, and can be undone.

-- What imports held before now lies with the registers.
drop table schools.missing;
drop table schools.incoming_row;
drop table schools.import_run;

alter table schools.register_key
  drop column row_hash,
  -- the school this one belongs to, by its code in the same scheme, as the register says it
  add column parent_code text,
  -- an import that brought the key was undone: it makes no school known any more
  add column withdrawn_at timestamptz;
create index register_key_by_parent on schools.register_key (country, scheme, parent_code) where parent_code is not null;

-- States of a school with their history: the line noted last holds; no line: open.
alter table schools.state_change rename column since to noted_at;
alter table schools.state_change
  -- since when it is so, where that is known
  add column since date,
  -- who says so: an edition of a register, or an officer
  add column import_id uuid,
  add column office_id uuid references support.office (id),
  add constraint one_source check (num_nonnulls(import_id, office_id) <= 1);

-- A closed school that became part of another.
create table schools.merger (
  school_id uuid primary key references schools.school (id),
  into_id uuid not null references schools.school (id),
  merged_at timestamptz not null,
  office_id uuid references support.office (id),
  check (school_id <> into_id)
);
create index merger_by_into on schools.merger (into_id);

create schema schools_register;

-- How a table of a country is read that came with no profile of ours: the columns an officer chose.
create table schools_register.mapping (
  id uuid primary key,
  country text not null references places.country (code),
  name text not null check (length(name) between 1 and 60),
  profile jsonb not null,
  made_by uuid not null references support.office (id),
  made_at timestamptz not null,
  unique (country, name)
);

-- One edition of one register on its way; every step is a moment, by whom where a person asked for it.
create table schools_register.import (
  id uuid primary key,
  country text not null references places.country (code),
  -- one of ours by its name, or a mapping
  profile_name text not null,
  mapping_id uuid references schools_register.mapping (id),
  scheme text not null,
  begun_at timestamptz not null,
  -- an office, or the account of the machine at the command line
  office_id uuid references support.office (id),
  account text,
  file_name text,
  file_id uuid references platform.file (id) on delete set null,
  file_hash bytea,
  file_bytes bigint,
  arrived_at timestamptz,
  check_asked_at timestamptz,
  checked_at timestamptz,
  -- counts, problems and column changes, as the check found them
  report jsonb,
  edition text,
  columns text[] not null default '{}',
  apply_asked_at timestamptz,
  apply_office_id uuid references support.office (id),
  applied_at timestamptz,
  undo_asked_at timestamptz,
  undo_office_id uuid references support.office (id),
  undone_at timestamptz,
  dropped_at timestamptz,
  -- a step that cannot go on says why
  failed_at timestamptz,
  failure jsonb,
  -- how far the running step is, in rows
  done bigint not null default 0,
  check ((office_id is null) <> (account is null)),
  check (checked_at is null or report is not null),
  check (applied_at is null or checked_at is not null),
  check (undone_at is null or applied_at is not null),
  check ((failed_at is null) = (failure is null))
);
create index import_by_country on schools_register.import (country, begun_at desc);
create index import_applied on schools_register.import (country, scheme, applied_at desc) where applied_at is not null;

-- The rows of an edition while it is compared and taken over: only the columns on the profile's list come this far.
create table schools_register.staged_row (
  import_id uuid not null references schools_register.import (id) on delete cascade,
  line integer not null,
  -- things of one line, such as buildings of one school
  place smallint not null default 0,
  code text not null,
  branch text not null,
  parent_code text,
  row_hash bytea not null,
  -- listed, but of no kind we know or not readable: such a school is not missing
  is_school boolean not null,
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
  state_since date,
  folded text not null,
  words text[] not null,
  -- what the comparison found, and the school that is meant
  verdict text check (verdict in ('added', 'changed', 'unchanged', 'listed')),
  school_id uuid,
  applied boolean not null default false,
  primary key (import_id, line, place)
);
create index staged_row_by_key on schools_register.staged_row (import_id, code, branch);
create index staged_row_by_school on schools_register.staged_row (school_id);
create index staged_row_by_folded on schools_register.staged_row (import_id, folded);

-- Which keys the newest edition of each profile listed, and what the row looked like.
create table schools_register.listing (
  profile_name text not null,
  country text not null,
  scheme text not null,
  code text not null,
  branch text not null,
  row_hash bytea not null,
  import_id uuid not null references schools_register.import (id),
  primary key (profile_name, country, scheme, code, branch)
);
-- one key may stand in several lists of a register
create index listing_by_key on schools_register.listing (country, scheme, code, branch);

-- Fresh rows have no statistics, and without them joining a hundred thousand of them takes hours. The application
-- owns no table, so the owner lends it this one act.
create function schools_register.know_rows() returns void
language plpgsql security definer set search_path = '' as $$
  begin
    analyze schools_register.staged_row, schools_register.listing;
    analyze schools.school, schools.register_key, schools.state_change;
  end
$$;
revoke execute on function schools_register.know_rows from public;

-- What an import changed, and what was there before, so that it can be undone.
create table schools_register.change (
  import_id uuid not null references schools_register.import (id),
  school_id uuid not null references schools.school (id),
  -- null: the import brought the school
  before jsonb,
  undone_at timestamptz,
  primary key (import_id, school_id)
);
create index change_by_school on schools_register.change (school_id);

-- What only an officer can decide: a school is missing, two look like one, people chose one that was undone.
create table schools_register.question (
  id uuid primary key,
  kind text not null check (kind in ('missing', 'double', 'undone')),
  school_id uuid not null references schools.school (id),
  other_id uuid references schools.school (id),
  country text not null,
  import_id uuid not null references schools_register.import (id),
  asked_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid references support.office (id),
  answer text check (answer in ('open', 'closed', 'merged', 'different')),
  -- the register answered by itself: it lists the school again, or the import was undone
  settled_at timestamptz,
  check ((kind = 'double') = (other_id is not null)),
  check (num_nulls(answered_at, answered_by, answer) in (0, 3)),
  check (answered_at is null or settled_at is null)
);
create unique index one_open_question on schools_register.question (school_id, kind)
  where answered_at is null and settled_at is null;
create index question_open on schools_register.question (country, kind, asked_at, id)
  where answered_at is null and settled_at is null;
create index question_by_school on schools_register.question (school_id);
