-- What a person is told, in the platform; the mail lies in the outbox of the platform.
create schema notices;

create table notices.notice (
  id uuid primary key,
  person_id uuid not null references people.person (id),
  kind text not null,
  params jsonb not null,
  -- the page this is about, without language: /affiliations/…
  path text not null,
  told_at timestamptz not null,
  seen_at timestamptz
);
create index notice_by_person on notices.notice (person_id, told_at desc);
create index notice_unseen on notices.notice (person_id) where seen_at is null;
