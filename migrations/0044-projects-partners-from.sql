-- From which countries a project would take more partners; from anywhere where none is named.
alter table projects.project
  add column partners_from text[] not null default '{}' check (cardinality(partners_from) <= 10);
