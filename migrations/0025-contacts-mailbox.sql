-- Conversations: what two teachers write to each other. There is no column for a pupil, on either end.
create table contacts.message (
  id uuid primary key,
  from_person_id uuid not null references people.person (id),
  to_person_id uuid not null references people.person (id),
  words text not null check (length(words) between 1 and 4000),
  locale text not null,
  -- the same words sent to many are refused: hash of the folded words
  words_hash bytea not null,
  -- what it answers, such as a partner post, as it was called then
  about_title text,
  about_path text,
  -- it asked for contact
  request_id uuid references contacts.request (id) on delete set null,
  sent_at timestamptz not null,
  check (from_person_id <> to_person_id),
  check ((about_title is null) = (about_path is null))
);
create index message_of_pair on contacts.message
  (least(from_person_id, to_person_id), greatest(from_person_id, to_person_id), sent_at desc, id desc);
create index message_by_words on contacts.message (from_person_id, words_hash);
create index message_by_receiver on contacts.message (to_person_id);
create index message_by_request on contacts.message (request_id) where request_id is not null;
create index message_by_time on contacts.message (sent_at);

-- What one of the two sees of their conversation.
create table contacts.side (
  person_id uuid not null references people.person (id),
  other_person_id uuid not null references people.person (id),
  last_at timestamptz not null,
  -- since when something lies here that was not looked at
  unread_since timestamptz,
  muted_at timestamptz,
  check (person_id <> other_person_id),
  primary key (person_id, other_person_id)
);
create index side_by_time on contacts.side (person_id, last_at desc, other_person_id desc);
create index side_unread on contacts.side (person_id) where unread_since is not null and muted_at is null;
create index side_by_other on contacts.side (other_person_id);
create index side_by_age on contacts.side (last_at);

-- Begun and not sent.
create table contacts.draft (
  person_id uuid not null references people.person (id),
  other_person_id uuid not null references people.person (id),
  words text not null check (length(words) between 1 and 4000),
  kept_at timestamptz not null,
  primary key (person_id, other_person_id)
);
create index draft_by_other on contacts.draft (other_person_id);
create index draft_by_time on contacts.draft (kept_at);

-- Somebody said that a message must not be; its words as they were, for whoever looks into it.
create table contacts.message_report (
  id uuid primary key,
  message_id uuid references contacts.message (id) on delete set null,
  from_person_id uuid not null references people.person (id),
  against_person_id uuid not null references people.person (id),
  reason text not null check (reason in ('hurtful', 'mass', 'money', 'safety', 'other')),
  words text not null,
  evidence text not null,
  reported_at timestamptz not null,
  unique (message_id, from_person_id)
);
create index message_report_by_reporter on contacts.message_report (from_person_id);
create index message_report_by_reported on contacts.message_report (against_person_id);
create index message_report_by_time on contacts.message_report (reported_at);

-- Requests from before begin their conversations.
insert into contacts.message (id, from_person_id, to_person_id, words, locale, words_hash, request_id, sent_at)
select id, from_person_id, to_person_id, message, message_locale, message_hash, id, sent_at from contacts.request;

insert into contacts.side (person_id, other_person_id, last_at)
select person_id, other_person_id, max(sent_at)
from (
  select from_person_id as person_id, to_person_id as other_person_id, sent_at from contacts.message
  union all
  select to_person_id, from_person_id, sent_at from contacts.message
) as written
group by person_id, other_person_id;

insert into platform.retention_rule (rule, since, amount, unit)
values ('message', '2026-01-01T00:00:00Z', 24, 'month');
