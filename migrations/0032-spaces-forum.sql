-- Where else a post stands: in a thread of the forum, or among the notes of the teachers.
alter table spaces_updates.post
  add column topic_id uuid,
  add column in_bulletin boolean not null default false,
  add check (num_nonnulls(wall_member_id, topic_id) + in_bulletin::int <= 1);
drop index spaces_updates.post_by_space;
create index post_by_space on spaces_updates.post (space_id, posted_at desc, id desc)
  where reply_to is null and wall_member_id is null and topic_id is null and not in_bulletin;
create index post_by_topic on spaces_updates.post (topic_id, posted_at, id) where topic_id is not null;
create index post_in_bulletin on spaces_updates.post (space_id, posted_at desc, id desc)
  where in_bulletin and reply_to is null;

create schema spaces_forum;

-- What a space talks about, in threads.
create table spaces_forum.discussion (
  id uuid primary key,
  space_id uuid not null references spaces.space (id),
  title text not null check (length(title) between 1 and 150),
  locale text not null,
  opened_by uuid not null references spaces.member (id),
  opened_at timestamptz not null
);
create index discussion_by_space on spaces_forum.discussion (space_id, opened_at);

-- A thread is there for those who see the post that begins it.
create table spaces_forum.thread (
  id uuid primary key,
  discussion_id uuid not null references spaces_forum.discussion (id),
  space_id uuid not null references spaces.space (id),
  title text not null check (length(title) between 1 and 150),
  locale text not null,
  begun_by uuid not null references spaces.member (id),
  begun_at timestamptz not null,
  last_post_at timestamptz not null,
  last_post_by uuid not null references spaces.member (id),
  pinned_at timestamptz,
  pinned_by uuid references spaces.member (id),
  locked_at timestamptz,
  locked_by uuid references spaces.member (id),
  check ((pinned_at is null) = (pinned_by is null)),
  check ((locked_at is null) = (locked_by is null))
);
create index thread_by_discussion on spaces_forum.thread (discussion_id, last_post_at desc);
create index thread_by_space on spaces_forum.thread (space_id, last_post_at desc);
alter table spaces_updates.post add foreign key (topic_id) references spaces_forum.thread (id);

-- Until when a member has read a thread.
create table spaces_forum.reading (
  member_id uuid not null references spaces.member (id),
  thread_id uuid not null references spaces_forum.thread (id),
  read_at timestamptz not null,
  primary key (member_id, thread_id)
);
create index reading_by_thread on spaces_forum.reading (thread_id);
