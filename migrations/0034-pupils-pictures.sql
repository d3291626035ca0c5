-- Pictures for those who cannot read yet: a pupil's own sign in the class, and four pictures in a row. They open
-- nothing without the class's code, which stands on the wall while a teacher has opened the door.
create table pupils.picture_code (
  pupil_id uuid primary key references pupils.pupil (id) on delete cascade,
  class_id uuid not null references pupils.class (id) on delete cascade,
  -- one of sixty; nobody else in the class has it
  sign smallint not null check (sign between 0 and 59),
  code_hash bytea not null,
  made_at timestamptz not null,
  -- null: the pupil chose other pictures
  made_by uuid references people.person (id),
  unique (class_id, sign)
);
create index picture_code_by_maker on pupils.picture_code (made_by);

-- The door of a class: open for an hour at most. Its code follows from its id and is nowhere to be read.
create table pupils.door (
  id uuid primary key,
  class_id uuid not null references pupils.class (id) on delete cascade,
  code_hash bytea not null unique,
  opened_by uuid not null references people.person (id),
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  closed_at timestamptz,
  check (closes_at <= opened_at + interval '60 minutes')
);
create unique index one_door_of_class on pupils.door (class_id) where closed_at is null;
create index door_by_opener on pupils.door (opened_by);

-- null: the pupil took a new card
alter table pupils.card alter column made_by drop not null;

-- Since when the class signs in at school only, while its door is open.
alter table pupils.class add column home_closed_at timestamptz;

-- The last day of the class: the end of its school year, unless a teacher keeps it for the next.
alter table pupils.class add column ends_on date;
update pupils.class set ends_on = make_date(
  extract(year from made_at at time zone 'UTC')::int
    + case when extract(month from made_at at time zone 'UTC') >= 8 then 1 else 0 end, 8, 31);
-- nobody is put out by the change itself: what would be over runs to the end of this school year
update pupils.class set ends_on = make_date(
  extract(year from current_date)::int + case when extract(month from current_date) >= 8 then 1 else 0 end, 8, 31)
  where ends_on < current_date;
alter table pupils.class alter column ends_on set not null;
-- for classes that are made while the old platform still runs
alter table pupils.class alter column ends_on set default
  make_date(extract(year from current_date)::int + case when extract(month from current_date) >= 8 then 1 else 0 end, 8, 31);
create index class_by_last_day on pupils.class (ends_on) where ended_at is null;

-- When the class was brought back last: what was over before does not end it again.
alter table pupils.class add column back_at timestamptz;

-- From the day after its last project is over a class signs in no more; sixty days later its accounts are removed.
insert into platform.retention_rule (rule, since, amount, unit)
values ('pupil_project_over', '2026-01-01T00:00:00Z', 1, 'day');
