-- A look is at one person: whoever sent the case, unless another party of it is named here.
alter table support.look add column person_id uuid references people.person (id);
create index look_by_person on support.look (person_id) where person_id is not null;

-- An officer who was given a whole name finds the person by it, whatever the capitals and accents.
create function people.folded_name(name text) returns text
  language sql immutable strict parallel safe
  return regexp_replace(normalize(lower(name), NFD), U&'[\0300-\036F]', '', 'g');
create index person_by_folded_name on people.person (people.folded_name(name));
