-- Pages stand below pages. Their position is their place in the whole tree, read from top to bottom.
alter table spaces_pages.page
  add column parent_id uuid references spaces_pages.page (id) on delete set null,
  add constraint page_not_below_itself check (parent_id <> id);
create index page_by_parent on spaces_pages.page (parent_id) where parent_id is not null;
