-- Days on which an organisation is closed: its clocks stand still as on a weekend.
create table support.holiday (
  organisation_id uuid not null references support.organisation (id),
  day date not null,
  name text not null,
  primary key (organisation_id, day)
);
