-- A room to work in: its members and what they may; tools are nested parts with schemas of their own.
create schema spaces;

create table spaces.space (
  id uuid primary key,
  kind text not null check (kind in ('twinspace', 'group')),
  name text not null,
  locale text not null,
  made_at timestamptz not null,
  archived_at timestamptz
);

-- Whatever is written in a space is written by a member: exactly one person or one pupil.
create table spaces.member (
  id uuid primary key,
  space_id uuid not null references spaces.space (id),
  person_id uuid references people.person (id),
  pupil_id uuid references pupils.pupil (id),
  school_id uuid references schools.school (id),
  role text not null,
  joined_at timestamptz not null,
  left_at timestamptz,
  check ((person_id is null) <> (pupil_id is null)),
  check ((role in ('pupil', 'pupil-administrator')) = (pupil_id is not null)),
  check (pupil_id is null or school_id is not null)
);
create unique index one_membership_of_person on spaces.member (space_id, person_id);
create unique index one_membership_of_pupil on spaces.member (space_id, pupil_id);
create index member_by_person on spaces.member (person_id) where left_at is null;
create index member_by_pupil on spaces.member (pupil_id) where left_at is null;

create table spaces.activity (
  id uuid primary key,
  space_id uuid not null references spaces.space (id),
  member_id uuid not null references spaces.member (id),
  verb text not null,
  thing_kind text not null,
  thing_id uuid not null,
  at timestamptz not null
);
create index activity_by_space on spaces.activity (space_id, at desc);

create schema spaces_pages;

create table spaces_pages.page (
  id uuid primary key,
  space_id uuid not null references spaces.space (id),
  title text not null,
  locale text not null,
  position integer not null,
  version integer not null,
  made_by uuid not null references spaces.member (id),
  made_at timestamptz not null,
  -- a draft is seen by those who may see drafts, a shared page by every member
  shared_at timestamptz,
  binned_at timestamptz
);
create index page_by_space on spaces_pages.page (space_id, position);

-- The content of a page: ProseMirror JSON of the shared schema, one row per saved version.
create table spaces_pages.page_version (
  page_id uuid not null references spaces_pages.page (id),
  version integer not null,
  title text not null,
  content jsonb not null,
  saved_by uuid not null references spaces.member (id),
  saved_at timestamptz not null,
  primary key (page_id, version)
);

create schema spaces_updates;

-- A post on the space's updates (wall_member_id is null) or on a pupil's wall, or a reply to one.
create table spaces_updates.post (
  id uuid primary key,
  space_id uuid not null references spaces.space (id),
  member_id uuid not null references spaces.member (id),
  wall_member_id uuid references spaces.member (id),
  reply_to uuid references spaces_updates.post (id),
  words text not null check (length(words) between 1 and 4000),
  locale text,
  posted_at timestamptz not null
);
create index post_by_space on spaces_updates.post (space_id, posted_at desc) where reply_to is null;
create index post_by_wall on spaces_updates.post (wall_member_id, posted_at desc) where reply_to is null;
create index post_by_reply on spaces_updates.post (reply_to, posted_at);

create table spaces_updates.post_hiding (
  post_id uuid primary key references spaces_updates.post (id),
  hidden_by uuid not null references spaces.member (id),
  hidden_at timestamptz not null,
  reason text not null
);

create table spaces_updates.post_removal (
  post_id uuid primary key references spaces_updates.post (id),
  removed_by uuid not null references spaces.member (id),
  removed_at timestamptz not null,
  reason text not null
);

create table spaces_updates.post_report (
  id uuid primary key,
  post_id uuid not null references spaces_updates.post (id),
  reported_by uuid not null references spaces.member (id),
  reason text not null,
  words text not null default '',
  reported_at timestamptz not null,
  settled_by uuid references spaces.member (id),
  settled_at timestamptz,
  outcome text check (outcome in ('kept', 'hidden', 'removed')),
  check ((settled_at is null) = (outcome is null)),
  unique (post_id, reported_by)
);
