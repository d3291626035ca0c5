-- What a plan is about, what pupils learn by it, and whether it takes partners; none of it is asked of a plan that is sent.
alter table projects.project
  add column themes text[] not null default '{}' check (cardinality(themes) <= 5),
  add column competences text[] not null default '{}',
  -- of the Erasmus+ project that it belongs to
  add column erasmus_number text not null default '' check (length(erasmus_number) <= 40),
  add column partners_wanted integer check (partners_wanted between 1 and 30),
  add column partners_until date;
