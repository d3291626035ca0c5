-- What else a post may say: with how many pupils, from when, and for how long.
alter table partner_finding.post
  add column pupils integer check (pupils between 1 and 1000),
  add column starts_in date,
  add column lasts_months integer check (lasts_months between 1 and 24);
