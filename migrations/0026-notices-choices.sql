-- How each person wants to be told: at once, in a digest, in the platform only, or not at all; and when not.
create table notices.choice (
  person_id uuid not null references people.person (id),
  topic text not null,
  way text not null check (way in ('at-once', 'digest', 'platform', 'off')),
  chosen_at timestamptz not null,
  primary key (person_id, topic)
);

create table notices.habit (
  person_id uuid primary key references people.person (id),
  digest text not null check (digest in ('daily', 'weekly')),
  -- hours of the person's own day between which no letter leaves; both or none
  quiet_from smallint check (quiet_from between 0 and 23),
  quiet_until smallint check (quiet_until between 0 and 23),
  changed_at timestamptz not null,
  check ((quiet_from is null) = (quiet_until is null)),
  check (quiet_from <> quiet_until)
);

-- When a digest tells of it, and when one has.
alter table notices.notice add column digest_at timestamptz;
alter table notices.notice add column digested_at timestamptz;
create index notice_due on notices.notice (digest_at)
  where digest_at is not null and digested_at is null and seen_at is null;

-- The link by which the reader is told no more of such things, with one click (RFC 8058).
alter table platform.mail add column mute_link text;
