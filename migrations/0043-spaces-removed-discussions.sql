-- A discussion that teachers took away, with all that was said in it; gone for good when the time of removed posts is over.
create table spaces_forum.discussion_removal (
  discussion_id uuid primary key references spaces_forum.discussion (id),
  removed_by uuid not null references spaces.member (id),
  removed_at timestamptz not null
);
create index discussion_removal_by_time on spaces_forum.discussion_removal (removed_at);
