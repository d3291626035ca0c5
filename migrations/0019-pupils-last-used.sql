-- When the pupil last signed in: an account that nobody uses ends by itself. The day is enough.
alter table pupils.pupil add column last_used_on date;
create index pupil_by_use on pupils.pupil (coalesce(last_used_on, (made_at at time zone 'UTC')::date))
  where ended_at is null;
create index pupil_by_end on pupils.pupil (ended_at) where ended_at is not null;
create index class_by_end on pupils.class (ended_at) where ended_at is not null;
