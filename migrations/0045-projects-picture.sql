-- A picture of the project, for those who read its plan, with words for whoever cannot see it.
alter table projects.project
  add column picture_file_id uuid references platform.file (id),
  add column picture_alternative text not null default '' check (length(picture_alternative) <= 300);
create index project_by_picture on projects.project (picture_file_id) where picture_file_id is not null;
