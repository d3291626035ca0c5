-- A class as its teacher describes it to partners: nothing of a pupil, only what a project needs to know.
create table partner_finding.class_card (
  id uuid primary key,
  person_id uuid not null references people.person (id),
  school_id uuid not null references schools.school (id),
  name text not null check (length(name) between 1 and 60),
  ages_from integer not null check (ages_from between 3 and 20),
  ages_to integer not null check (ages_to between 3 and 20),
  pupils integer not null check (pupils between 1 and 60),
  languages text[] not null,
  subjects text[] not null default '{}',
  -- when the class has time for a project: months of the year, days of the week (1 is Monday)
  months integer[] not null default '{}',
  weekdays integer[] not null default '{}',
  wishes text not null default '' check (length(wishes) <= 500),
  locale text not null,
  changed_at timestamptz not null,
  check (ages_from <= ages_to)
);
create index class_card_by_person on partner_finding.class_card (person_id);
create index class_card_by_school on partner_finding.class_card (school_id);

-- Suggestions a teacher has put away: a person or a post.
create table partner_finding.not_for_me (
  person_id uuid not null references people.person (id),
  thing_id uuid not null,
  said_at timestamptz not null,
  primary key (person_id, thing_id)
);
