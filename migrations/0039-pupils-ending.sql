-- That a teacher was told so many days before that the class ends on that day: once each.
create table pupils.end_told (
  class_id uuid not null references pupils.class (id) on delete cascade,
  ends_on date not null,
  days integer not null,
  told_at timestamptz not null,
  primary key (class_id, ends_on, days)
);
