-- Who joins says in the same form where they work: the place is stated when the address is confirmed.
alter table people.joining
  add column school_id uuid references schools.school (id),
  -- a school that no register has
  add column school_name text,
  add column school_town text,
  add column role text,
  add constraint joining_names_one_school check (num_nonnulls(school_id, school_name) <= 1),
  add constraint joining_names_a_town check ((school_name is null) = (school_town is null)),
  add constraint joining_says_what_one_does check ((coalesce(school_id::text, school_name) is null) = (role is null));
