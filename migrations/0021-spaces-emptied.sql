-- A space that was archived for long is emptied: nobody is a member any more, and only what was published stays.
alter table spaces.space add column emptied_at timestamptz,
  add check (emptied_at is null or archived_at is not null);
create index space_to_empty on spaces.space (archived_at) where archived_at is not null and emptied_at is null;
