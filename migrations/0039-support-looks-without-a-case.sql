-- Personal data is also opened where no case lies: two accounts that an officer wants to unite.
alter table support.look
  alter column case_id drop not null,
  add column about text check (about in ('merging')),
  add constraint look_has_one_occasion check (num_nonnulls(case_id, about) = 1),
  add constraint look_without_case_names_a_person check (about is null or person_id is not null);
