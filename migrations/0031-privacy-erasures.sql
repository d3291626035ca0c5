-- Who was forgotten, as a number that means nothing to anybody: after an older backup comes back, they are forgotten again.
create table privacy.erasure (
  person_id uuid primary key,
  erased_at timestamptz not null
);
