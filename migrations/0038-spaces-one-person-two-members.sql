-- Two accounts that became one may both have been members of one space: the person goes on as one of them, and what the
-- other wrote stays theirs.
alter table spaces.member add column goes_on_as uuid references spaces.member (id);
drop index spaces.one_membership_of_person;
create unique index one_membership_of_person on spaces.member (space_id, person_id) where goes_on_as is null;
