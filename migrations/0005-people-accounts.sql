-- People: how they sign in, who they are, where they work. Privileges never live in the sign-in tables.
create schema people;

-- The four tables of the sign-in library, under our names.
create table people.login (
  id text primary key,
  name text not null,
  email text not null unique,
  -- always true: a login is made when its address is confirmed
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

-- `updated_at` is when the session was last used; networks and browsers are not kept.
create table people.session (
  id text primary key,
  login_id text not null references people.login (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index session_by_login on people.session (login_id);

create table people.credential (
  id text primary key,
  login_id text not null references people.login (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index credential_by_login on people.credential (login_id);

create table people.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verification_by_identifier on people.verification (identifier);

-- Someone asked to join with this address. Known and unknown addresses leave the same row, and no login
-- exists before the address is confirmed, so nobody can open an account in another's name.
create table people.joining (
  id uuid primary key,
  name text not null,
  email text not null,
  password text not null,
  locale text not null,
  country text not null references places.country (code),
  asked_at timestamptz not null,
  confirmed_at timestamptz
);
create index joining_by_time on people.joining (asked_at);

-- Links in letters: for one purpose, used once, gone soon; only a hash of the token is kept.
create table people.link (
  id uuid primary key,
  token_hash bytea not null unique,
  purpose text not null check (purpose in ('confirm-address', 'reset-password', 'set-up')),
  -- the address it was written to; null for the set-up link, which is printed
  email text,
  joining_id uuid references people.joining (id) on delete cascade,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((purpose = 'confirm-address') = (joining_id is not null)),
  check ((purpose = 'set-up') = (email is null))
);
create index link_by_email on people.link (email);
create index link_by_joining on people.link (joining_id);
create index link_by_expiry on people.link (expires_at);

-- The person, made at the first confirmed sign-in.
create table people.person (
  id uuid primary key,
  login_id text unique references people.login (id) on delete set null,
  name text not null,
  email text,
  locale text not null,
  country text references places.country (code),
  made_at timestamptz not null,
  last_active_at timestamptz not null
);

-- A session with a row here sits at the desk of that office; without one the person acts for themself.
create table people.session_capacity (
  session_id text primary key references people.session (id) on delete cascade,
  office_id uuid not null references support.office (id),
  entered_at timestamptz not null,
  last_seen_at timestamptz not null
);

create table people.profile (
  person_id uuid primary key references people.person (id),
  about text not null default '',
  about_locale text,
  subjects text[] not null default '{}',
  ages_from integer check (ages_from between 3 and 20),
  ages_to integer check (ages_to between 3 and 20),
  -- "available for eTwinning projects": off, nobody may add or pick this person
  available boolean not null default true,
  photo_file_id uuid references platform.file (id),
  changed_at timestamptz not null,
  check (ages_from <= ages_to)
);

create table people.spoken_language (
  person_id uuid not null references people.person (id),
  language text not null,
  level text not null check (level in ('A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native')),
  primary key (person_id, language)
);

-- What a person is at a school, from when to when; validated is a fact of its own.
create table people.affiliation (
  id uuid primary key,
  person_id uuid not null references people.person (id),
  school_id uuid not null references schools.school (id),
  role text not null,
  stated_at timestamptz not null,
  is_default boolean not null default false
);
create unique index one_default_affiliation on people.affiliation (person_id) where is_default;
create index affiliation_by_school on people.affiliation (school_id);
create index affiliation_by_person on people.affiliation (person_id);

create table people.affiliation_validation (
  affiliation_id uuid primary key references people.affiliation (id),
  case_id uuid not null references support.approval_case (id),
  validated_at timestamptz not null
);

create table people.affiliation_ending (
  affiliation_id uuid primary key references people.affiliation (id),
  ended_at timestamptz not null,
  ended_by uuid not null references people.person (id)
);

alter table support.office add foreign key (person_id) references people.person (id);
alter table support.office add foreign key (given_by) references people.person (id);
alter table support.approval_case add foreign key (applicant_id) references people.person (id);
alter table support.case_party add foreign key (person_id) references people.person (id);
alter table support.case_party add foreign key (school_id) references schools.school (id);
alter table support.case_question add foreign key (answered_by) references people.person (id);
alter table schools.addition add foreign key (added_by) references people.person (id);
