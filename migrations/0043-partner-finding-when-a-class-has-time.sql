-- When a class is away, as spans of days ("2026-12-21/2027-01-03"), and from when to when it works on projects, in the
-- time of its school.
alter table partner_finding.class_card
  add away text[] not null default '{}' check (cardinality(away) <= 5),
  add hours_from time,
  add hours_to time,
  add constraint class_card_hours check ((hours_from is null) = (hours_to is null) and hours_from < hours_to);
