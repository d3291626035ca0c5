-- Who looks after a class: at first who made it. Whoever leaves the school offers the class to a colleague, who takes it.
alter table pupils.class add column looked_after_by uuid references people.person (id);
update pupils.class set looked_after_by = made_by;

create table pupils.handover (
  id uuid primary key,
  class_id uuid not null references pupils.class (id) on delete cascade,
  from_id uuid not null references people.person (id),
  -- who was asked; null when they declined: then any colleague of the school
  to_id uuid references people.person (id),
  offered_at timestamptz not null,
  taken_by uuid references people.person (id),
  taken_at timestamptz,
  check ((taken_by is null) = (taken_at is null))
);
create unique index one_open_handover on pupils.handover (class_id) where taken_at is null;
create index handover_by_from on pupils.handover (from_id);
create index handover_by_to on pupils.handover (to_id);
create index class_by_caretaker on pupils.class (looked_after_by);
