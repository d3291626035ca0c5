-- Contacts: mutual, asked for with a message, answered by the other side.
create schema contacts;

create table contacts.request (
  id uuid primary key,
  from_person_id uuid not null references people.person (id),
  to_person_id uuid not null references people.person (id),
  message text not null,
  message_locale text not null,
  -- the same words sent to many are refused: hash of the folded message
  message_hash bytea not null,
  sent_at timestamptz not null,
  check (from_person_id <> to_person_id)
);
create index request_by_sender on contacts.request (from_person_id, sent_at);
create index request_by_receiver on contacts.request (to_person_id, sent_at);

create table contacts.answer (
  request_id uuid primary key references contacts.request (id),
  accepted boolean not null,
  words text,
  answered_at timestamptz not null
);

-- The lower id first, so that a pair is one row.
create table contacts.contact (
  person_a_id uuid not null references people.person (id),
  person_b_id uuid not null references people.person (id),
  since timestamptz not null,
  check (person_a_id < person_b_id),
  primary key (person_a_id, person_b_id)
);
create index contact_by_second on contacts.contact (person_b_id);

create table contacts.block (
  person_id uuid not null references people.person (id),
  blocked_person_id uuid not null references people.person (id),
  blocked_at timestamptz not null,
  primary key (person_id, blocked_person_id)
);
create index block_by_blocked on contacts.block (blocked_person_id);
