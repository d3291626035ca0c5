-- A support organisation hides a material without being a member.
alter table spaces_materials.hiding alter column hidden_by drop not null;
