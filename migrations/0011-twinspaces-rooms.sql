-- A project's TwinSpace: one per project, its classes, and what is published of it.
create schema twinspaces;

create table twinspaces.twinspace (
  project_id uuid primary key references projects.project (id),
  space_id uuid not null unique references spaces.space (id),
  made_at timestamptz not null
);

create table twinspaces.class_in_space (
  space_id uuid not null references spaces.space (id),
  class_id uuid not null references pupils.class (id),
  added_by uuid not null references spaces.member (id),
  added_at timestamptz not null,
  primary key (space_id, class_id)
);

-- One version of one page, shown to the public, with who confirmed that no pupil is named or recognisable.
create table twinspaces.publication (
  id uuid primary key,
  page_id uuid not null,
  version integer not null,
  -- what was confirmed: the language and the version of the statement
  statement_locale text not null,
  statement_version integer not null,
  confirmed_by uuid not null references spaces.member (id),
  published_at timestamptz not null,
  withdrawn_by uuid references spaces.member (id),
  withdrawn_at timestamptz,
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  foreign key (page_id, version) references spaces_pages.page_version (page_id, version)
);
create unique index one_running_publication on twinspaces.publication (page_id) where withdrawn_at is null;
