-- Two accounts of one person made one. What each part moved stands in its journal for thirty days, to be undone.
create table people.merging (
  id uuid primary key,
  from_person uuid not null references people.person (id),
  into_person uuid not null references people.person (id),
  asked_at timestamptz not null,
  asked_by uuid not null references people.person (id),
  -- the office of an officer who asked, and why; none when the person proved both accounts
  office_id uuid references support.office (id),
  reason text,
  -- an officer's merging waits, so that either of the two can say no
  due_at timestamptz not null,
  united_at timestamptz,
  -- said no to before, or undone after
  ended_at timestamptz,
  -- by the link of the letter when empty
  ended_by uuid references people.person (id),
  -- undone no more: the account that was given up is gone
  settled_at timestamptz,
  undo_hash bytea not null unique,
  check (from_person <> into_person),
  check ((office_id is null) = (reason is null)),
  check (united_at >= due_at),
  check (settled_at is null or (united_at is not null and ended_at is null))
);
create unique index merging_by_from on people.merging (from_person) where ended_at is null;
create index merging_by_into on people.merging (into_person);
create index merging_by_due on people.merging (due_at) where settled_at is null and ended_at is null;

create table people.merging_journal (
  merging_id uuid not null references people.merging (id) on delete cascade,
  -- in the order in which the parts moved; they give back in the other
  place integer not null,
  part text not null,
  journal jsonb not null,
  primary key (merging_id, place)
);
