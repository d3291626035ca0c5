-- A room to work in: its members and what they may; tools are nested parts with schemas of their own.
create schema spaces;

create table spaces.space (
  id uuid primary key,
  kind text not null check (kind in ('twinspace', 'group')),
  name text not null check (length(name) between 1 and 100),
  description text not null default '' check (length(description) <= 2000),
  -- the language of name and description
  locale text not null,
  made_at timestamptz not null,
  archived_at timestamptz
);

-- Whatever is written in a space is written by a member: exactly one person or one pupil, until erased.
create table spaces.member (
  id uuid primary key,
  space_id uuid not null references spaces.space (id),
  person_id uuid references people.person (id),
  pupil_id uuid references pupils.pupil (id),
  -- the person or pupil is gone; what was written stays, as from "a pupil of" the school
  erased_at timestamptz,
  school_id uuid references schools.school (id),
  role text not null check (role in
    ('founder', 'teacher-administrator', 'teacher', 'expert', 'observer', 'pupil-administrator', 'pupil')),
  joined_at timestamptz not null,
  -- guests are invited until a day; nobody else is
  until timestamptz,
  left_at timestamptz,
  left_by uuid references spaces.member (id),
  check (num_nonnulls(person_id, pupil_id, erased_at) = 1),
  check (person_id is null or role not in ('pupil', 'pupil-administrator')),
  check (pupil_id is null or role in ('pupil', 'pupil-administrator')),
  check (pupil_id is null or school_id is not null),
  check (left_by is null or left_at is not null),
  check (erased_at is null or left_at is not null)
);
create unique index one_membership_of_person on spaces.member (space_id, person_id);
create unique index one_membership_of_pupil on spaces.member (space_id, pupil_id);
create index member_by_person on spaces.member (person_id) where left_at is null;
create index member_by_pupil on spaces.member (pupil_id) where left_at is null;
create index member_by_school on spaces.member (space_id, school_id) where left_at is null;

-- What happened in the space, for its home page: who did what with which thing.
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
  -- ends the page's public address, which never changes
  short_id text not null unique,
  space_id uuid not null references spaces.space (id),
  position integer not null,
  -- the newest version; title and language are those of that version
  version integer not null,
  title text not null,
  locale text not null,
  made_by uuid not null references spaces.member (id),
  made_at timestamptz not null,
  -- a draft is seen by those who may see drafts, a shared page by every member
  shared_at timestamptz,
  shared_by uuid references spaces.member (id),
  binned_at timestamptz,
  binned_by uuid references spaces.member (id),
  check ((shared_at is null) = (shared_by is null)),
  check ((binned_at is null) = (binned_by is null))
);
create index page_by_space on spaces_pages.page (space_id, position);

-- The content of a page: ProseMirror JSON of the shared schema, one row per saved version.
create table spaces_pages.page_version (
  page_id uuid not null references spaces_pages.page (id),
  version integer not null,
  title text not null check (length(title) between 1 and 150),
  locale text not null,
  content jsonb not null,
  saved_by uuid not null references spaces.member (id),
  saved_at timestamptz not null,
  primary key (page_id, version)
);
alter table spaces_pages.page add foreign key (id, version)
  references spaces_pages.page_version (page_id, version) deferrable initially deferred;

-- The pictures a version shows: who may read the version may read them.
create table spaces_pages.picture_in_version (
  page_id uuid not null,
  version integer not null,
  file_id uuid not null references platform.file (id),
  primary key (page_id, version, file_id),
  foreign key (page_id, version) references spaces_pages.page_version (page_id, version)
);
create index picture_in_version_by_file on spaces_pages.picture_in_version (file_id);

create schema spaces_updates;

-- A post on the space's updates (wall_member_id is null) or on a pupil's wall, or a reply to one.
create table spaces_updates.post (
  id uuid primary key,
  space_id uuid not null references spaces.space (id),
  member_id uuid not null references spaces.member (id),
  wall_member_id uuid references spaces.member (id),
  reply_to uuid references spaces_updates.post (id),
  -- forgotten 90 days after the post was removed
  words text check (length(words) between 1 and 4000),
  locale text not null,
  posted_at timestamptz not null,
  -- a wall begins with its own pupil; who may answer is for the platform to know
  check (wall_member_id is null or reply_to is not null or wall_member_id = member_id)
);
create index post_by_space on spaces_updates.post (space_id, posted_at desc, id desc)
  where reply_to is null and wall_member_id is null;
create index post_by_wall on spaces_updates.post (wall_member_id, posted_at desc, id desc) where reply_to is null;
create index post_by_reply on spaces_updates.post (reply_to, posted_at) where reply_to is not null;
create index post_by_member on spaces_updates.post (member_id);

create table spaces_updates.post_hiding (
  post_id uuid primary key references spaces_updates.post (id),
  hidden_by uuid not null references spaces.member (id),
  hidden_at timestamptz not null,
  reason text not null,
  words text not null default '' check (length(words) <= 500)
);

create table spaces_updates.post_removal (
  post_id uuid primary key references spaces_updates.post (id),
  removed_by uuid not null references spaces.member (id),
  removed_at timestamptz not null,
  reason text not null,
  words text not null default '' check (length(words) <= 500)
);
create index post_removal_by_time on spaces_updates.post_removal (removed_at);

create table spaces_updates.post_report (
  id uuid primary key,
  post_id uuid not null references spaces_updates.post (id),
  reported_by uuid not null references spaces.member (id),
  reason text not null,
  words text not null default '' check (length(words) <= 1000),
  reported_at timestamptz not null,
  settled_by uuid references spaces.member (id),
  settled_at timestamptz,
  outcome text check (outcome in ('kept', 'hidden', 'removed')),
  check (num_nonnulls(settled_by, settled_at, outcome) in (0, 3)),
  unique (post_id, reported_by)
);
create index open_report on spaces_updates.post_report (post_id) where settled_at is null;
