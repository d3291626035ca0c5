-- What a teacher would like to do with partners, and which parts of the profile nobody else sees: a part is shown to all
-- validated teachers and searched by, or hidden and not searched by. There is no third state.
alter table people.profile
  add column wishes text not null default '',
  add column hidden text[] not null default '{}'
    check (hidden <@ '{photo,languages,subjects,ages,wishes,about}'::text[]);
