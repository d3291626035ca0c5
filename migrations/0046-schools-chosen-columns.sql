-- What an officer chose of a list, as the form has it: the next edition begins with all of it.
alter table schools_register.mapping add column chosen jsonb not null default '{}';
