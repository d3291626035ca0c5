-- Partner posts: what a teacher is looking for, with an end.
create schema partner_finding;

create table partner_finding.post (
  id uuid primary key,
  person_id uuid not null references people.person (id),
  school_id uuid not null references schools.school (id),
  kind text not null check (kind in ('found-project', 'join-project', 'erasmus')),
  title text not null check (length(title) between 1 and 100),
  words text not null check (length(words) between 1 and 2000),
  locale text not null,
  languages text[] not null,
  subjects text[] not null default '{}',
  ages_from integer not null check (ages_from between 3 and 20),
  ages_to integer not null check (ages_to between 3 and 20),
  countries_wanted text[] not null default '{}',
  partners_wanted integer not null default 1 check (partners_wanted between 1 and 20),
  posted_at timestamptz not null,
  expires_at timestamptz not null,
  check (ages_from <= ages_to),
  check (expires_at > posted_at)
);
create index post_by_person on partner_finding.post (person_id);
create index post_by_expiry on partner_finding.post (expires_at);

create table partner_finding.post_closure (
  post_id uuid primary key references partner_finding.post (id),
  reason text not null check (reason in ('filled', 'withdrawn')),
  closed_at timestamptz not null
);

-- One line per teacher who can be found and per running post: what they are found and counted by. Made anew by the
-- events of the parts that own the words; whoever cannot be found has no line here.
create table partner_finding.search_entry (
  kind text not null check (kind in ('person', 'found-project', 'join-project', 'erasmus')),
  thing_id uuid not null,
  person_id uuid not null references people.person (id),
  school_id uuid not null references schools.school (id),
  country text not null references places.country (code),
  languages text[] not null,
  subjects text[] not null,
  ages_from integer,
  ages_to integer,
  available boolean not null,
  -- what the card shows: of a post its title; the beginning of what the teacher or the post says
  title text,
  words text not null,
  locale text,
  -- of a post: when it stops being found
  expires_at timestamptz,
  -- what the line is about (name and school, or title), and all its words, as the shared folding leaves them;
  -- each begins with a space, so that every word does
  head text not null,
  folded text not null,
  fresh_at timestamptz not null,
  primary key (kind, thing_id)
);
create index search_entry_by_words on partner_finding.search_entry using gin (folded gin_trgm_ops) with (fastupdate = off);
create index search_entry_by_freshness on partner_finding.search_entry (fresh_at desc, thing_id desc);
create index search_entry_by_person on partner_finding.search_entry (person_id);
create index search_entry_by_school on partner_finding.search_entry (school_id);
