-- Which materials were on a page when it was published: of those, the public sees what the platform wrote itself.
create table twinspaces.shown_material (
  publication_id uuid not null references twinspaces.publication (id) on delete cascade,
  material_id uuid not null references spaces_materials.material (id) on delete cascade,
  primary key (publication_id, material_id)
);
create index shown_material_by_material on twinspaces.shown_material (material_id);
