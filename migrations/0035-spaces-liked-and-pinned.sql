-- Who likes a post, and what those who lead keep on top.
create table spaces_updates.post_like (
  post_id uuid not null references spaces_updates.post (id) on delete cascade,
  member_id uuid not null references spaces.member (id),
  liked_at timestamptz not null,
  primary key (post_id, member_id)
);
create index like_by_member on spaces_updates.post_like (member_id);

alter table spaces_updates.post
  add column pinned_at timestamptz,
  add column pinned_by uuid references spaces.member (id),
  add column mended_at timestamptz,
  add check ((pinned_at is null) = (pinned_by is null));
create index post_pinned on spaces_updates.post (space_id, pinned_at desc) where pinned_at is not null;
