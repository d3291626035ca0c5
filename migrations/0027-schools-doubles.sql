-- Two entries of one school become one, and can be parted again.
create table schools.double (
  id uuid primary key,
  -- the entry that stands for another, and that other
  school_id uuid not null references schools.school (id),
  into_id uuid not null references schools.school (id),
  joined_at timestamptz not null,
  office_id uuid not null references support.office (id),
  -- by part, which rows were moved: with it everything goes back
  journal jsonb not null,
  undone_at timestamptz,
  undone_office_id uuid references support.office (id),
  check (school_id <> into_id),
  check ((undone_at is null) = (undone_office_id is null))
);
create unique index one_join_of_entry on schools.double (school_id) where undone_at is null;
create index double_by_into on schools.double (into_id) where undone_at is null;
create index double_by_time on schools.double (joined_at);

-- A pair may also be asked about by an officer or by the weekly look, with no import behind it.
alter table schools_register.question alter column import_id drop not null;
create index question_by_other on schools_register.question (other_id) where other_id is not null;
