-- What the members of a space keep together: files in folders, pictures in albums.
create schema spaces_materials;

create table spaces_materials.folder (
  id uuid primary key,
  space_id uuid not null references spaces.space (id),
  kind text not null check (kind in ('folder', 'album')),
  name text not null check (length(name) between 1 and 100),
  -- the language of the name
  locale text not null,
  made_by uuid not null references spaces.member (id),
  made_at timestamptz not null,
  binned_at timestamptz,
  binned_by uuid references spaces.member (id),
  check ((binned_at is null) = (binned_by is null))
);
create index folder_by_space on spaces_materials.folder (space_id, name);

create table spaces_materials.material (
  id uuid primary key,
  space_id uuid not null references spaces.space (id),
  -- none: it lies beside the folders
  folder_id uuid references spaces_materials.folder (id),
  file_id uuid not null unique references platform.file (id),
  kind text not null check (kind in ('picture', 'video', 'audio', 'document')),
  name text not null check (length(name) between 1 and 200),
  -- what a picture shows, for whoever does not see it
  alternative text not null default '' check (length(alternative) <= 300),
  -- the language of name and alternative
  locale text not null,
  -- what it takes of the space's room, all its sizes together
  bytes bigint not null check (bytes >= 0),
  added_by uuid not null references spaces.member (id),
  added_at timestamptz not null,
  binned_at timestamptz,
  binned_by uuid references spaces.member (id),
  check ((binned_at is null) = (binned_by is null))
);
create index material_by_space on spaces_materials.material (space_id, folder_id, added_at desc, id desc);
create index material_by_folder on spaces_materials.material (folder_id);
create index material_by_member on spaces_materials.material (added_by);
create index material_in_bin on spaces_materials.material (binned_at) where binned_at is not null;

-- A teacher took it out of the sight of all but its author and the teachers.
create table spaces_materials.hiding (
  material_id uuid primary key references spaces_materials.material (id),
  hidden_by uuid not null references spaces.member (id),
  hidden_at timestamptz not null,
  reason text not null,
  words text not null default '' check (length(words) <= 500)
);

-- A video that waits to be made fit for every browser, and what became of it.
create table spaces_materials.conversion (
  material_id uuid primary key references spaces_materials.material (id),
  asked_at timestamptz not null,
  -- somebody is at it until then
  leased_until timestamptz,
  attempts integer not null default 0,
  done_at timestamptz,
  failed_at timestamptz,
  check (num_nonnulls(done_at, failed_at) <= 1)
);
create index conversion_waiting on spaces_materials.conversion (asked_at) where done_at is null and failed_at is null;

create table spaces_materials.captions (
  material_id uuid primary key references spaces_materials.material (id),
  file_id uuid not null unique references platform.file (id),
  locale text not null,
  added_by uuid not null references spaces.member (id),
  added_at timestamptz not null
);

-- How large one file may be and how much one space may hold, as it holds since a moment.
create table spaces_materials.allowance (
  since timestamptz primary key,
  file_bytes bigint not null check (file_bytes between 1000000 and 2000000000),
  space_bytes bigint not null check (space_bytes >= file_bytes)
);
insert into spaces_materials.allowance (since, file_bytes, space_bytes)
values ('2020-01-01T00:00:00Z', 250000000, 5000000000);

insert into platform.retention_rule (rule, since, amount, unit)
values ('material_binned', '2020-01-01T00:00:00Z', 30, 'day');
