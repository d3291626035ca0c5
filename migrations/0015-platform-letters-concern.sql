-- To whom a letter goes and whom it names: when one of them is forgotten, the letter goes too.
alter table platform.mail add column concerns uuid[] not null default '{}';
