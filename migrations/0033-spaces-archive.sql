-- Who archived a space: nobody is named where the member was erased, or where it was archived before this was kept.
alter table spaces.space
  add column archived_by uuid references spaces.member (id),
  add check (archived_at is not null or archived_by is null);
