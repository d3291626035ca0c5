-- Moderators took a project from the public: it is there for its founders and partners only, until they decide otherwise.
create table projects.hiding (
  project_id uuid primary key references projects.project (id) on delete cascade,
  hidden_at timestamptz not null
);
