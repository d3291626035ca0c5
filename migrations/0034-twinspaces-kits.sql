-- What a project leaves to the next ones: its plan, and the bare structure of its TwinSpace without people and pupils' work.
create schema twinspaces_kits;

create table twinspaces_kits.kit (
  id uuid primary key,
  space_id uuid not null references spaces.space (id),
  made_by uuid not null references spaces.member (id),
  made_at timestamptz not null,
  kind text not null,
  -- the language of plan and structure
  locale text not null,
  title text not null check (length(title) between 1 and 100),
  plan jsonb not null,
  structure jsonb not null,
  -- for all teachers from then on; else only for whoever made it
  offered_at timestamptz
);
create index kit_offered on twinspaces_kits.kit (offered_at desc) where offered_at is not null;
create index kit_by_member on twinspaces_kits.kit (made_by);

-- Projects that began with a kit; when one opens, its TwinSpace is laid out once.
create table twinspaces_kits.founded (
  project_id uuid primary key references projects.project (id) on delete cascade,
  kit_id uuid not null references twinspaces_kits.kit (id) on delete cascade,
  founded_at timestamptz not null,
  laid_out_at timestamptz
);
create index founded_by_kit on twinspaces_kits.founded (kit_id);
