-- Where a school is written to, as its register says it: read for letters to its head, shown on no page of the school.
alter table schools.school add column mailbox text check (length(mailbox) <= 254);
alter table schools_register.staged_row add column mailbox text;
