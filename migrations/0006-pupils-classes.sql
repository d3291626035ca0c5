-- Pupils: an alias in a class of a school, a card to sign in with, and nothing else.
create schema pupils;

create table pupils.class (
  id uuid primary key,
  school_id uuid not null references schools.school (id),
  name text not null,
  -- aliases and cards are written in the language the pupils read
  locale text not null,
  made_by uuid not null references people.person (id),
  made_at timestamptz not null,
  ended_at timestamptz
);
create index class_by_school on pupils.class (school_id);

create table pupils.pupil (
  id uuid primary key,
  class_id uuid not null references pupils.class (id),
  alias text not null,
  folded_alias text not null,
  made_by uuid not null references people.person (id),
  made_at timestamptz not null,
  ended_at timestamptz,
  unique (class_id, folded_alias)
);

-- The card's code is known as an HMAC only; a new card makes the old code worthless.
create table pupils.card (
  pupil_id uuid primary key references pupils.pupil (id),
  code_hash bytea not null unique,
  made_at timestamptz not null,
  made_by uuid not null references people.person (id)
);

create table pupils.session (
  token_hash bytea primary key,
  pupil_id uuid not null references pupils.pupil (id),
  opened_at timestamptz not null,
  last_seen_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz
);
create index pupil_session_by_pupil on pupils.session (pupil_id);
