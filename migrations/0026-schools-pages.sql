-- The list of schools by town, and what people notice about a school.
create index school_by_town on schools.school (country, town, name, id);

create table schools.hint (
  id uuid primary key,
  school_id uuid not null references schools.school (id),
  -- null: the person is gone
  told_by uuid references people.person (id),
  told_at timestamptz not null,
  kind text not null check (kind in ('details', 'closed', 'other')),
  -- what it should say instead, by field; only what differs
  proposed jsonb not null,
  words text not null,
  words_locale text not null
);
create index hint_by_person on schools.hint (told_by, told_at);
create index hint_by_school on schools.hint (school_id);
