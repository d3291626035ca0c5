-- What shows that somebody works at a school: a word of its head through a link that only the school can have got,
-- and the word of colleagues who are validated there. Documents are never kept.

-- Versioned rules of each support organisation; null: every organisation that has none of its own. `off`: nobody is
-- asked. `shown`: an officer decides and sees it. `decides`: it validates, where no officer is needed.
create table people.evidence_rule (
  organisation_id uuid references support.organisation (id),
  since timestamptz not null,
  head text not null check (head in ('off', 'shown', 'decides')),
  colleagues text not null check (colleagues in ('off', 'shown', 'decides')),
  colleagues_needed integer not null check (colleagues_needed >= 2),
  -- for how long a colleague must have been validated
  colleague_after_days integer not null check (colleague_after_days >= 30),
  link_days integer not null check (link_days between 1 and 60),
  remind_after_days integer not null check (remind_after_days >= 1),
  unique nulls not distinct (organisation_id, since)
);
insert into people.evidence_rule
  values (null, '2026-09-01', 'decides', 'shown', 2, 30, 14, 5);

-- Where a school is written to: as its register says, or as an officer read it on a page that anyone can open. What an
-- applicant names never comes here.
create table people.school_mailbox (
  id uuid primary key,
  school_id uuid not null references schools.school (id),
  address text not null,
  -- the language in which the school is written to
  locale text not null,
  source text not null check (source in ('register', 'officer')),
  source_page text,
  entered_by uuid references support.office (id),
  entered_at timestamptz not null,
  replaced_at timestamptz,
  check ((source = 'officer') = (source_page is not null and entered_by is not null))
);
create unique index one_mailbox_of_school on people.school_mailbox (school_id) where replaced_at is null;

-- What the applicant says about how the school is reached: read by officers, used by nobody else.
create table people.mailbox_hint (
  affiliation_id uuid primary key references people.affiliation (id),
  address text not null,
  page text not null,
  given_at timestamptz not null
);

-- One letter to the head with a link for one answer; only a hash of its token is kept.
create table people.head_letter (
  id uuid primary key,
  affiliation_id uuid not null references people.affiliation (id),
  mailbox_id uuid not null references people.school_mailbox (id),
  token_hash bytea not null unique,
  written_at timestamptz not null,
  remind_at timestamptz not null,
  reminded_at timestamptz,
  expires_at timestamptz not null,
  -- its time was over, or the place was decided or ended without it
  closed_at timestamptz,
  answer text check (answer in ('works-here', 'not-known', 'wrong-school')),
  answered_at timestamptz,
  check ((answer is null) = (answered_at is null)),
  check (answer is null or closed_at is not null)
);
create unique index one_open_head_letter on people.head_letter (affiliation_id) where closed_at is null;
create index head_letter_by_mailbox on people.head_letter (mailbox_id, written_at);
create index head_letter_to_remind on people.head_letter (remind_at) where closed_at is null and reminded_at is null;
create index head_letter_to_close on people.head_letter (expires_at) where closed_at is null;

-- What a colleague says. The browser is kept as a hash, so that one machine never speaks for two.
create table people.vouch (
  affiliation_id uuid not null references people.affiliation (id),
  person_id uuid not null references people.person (id),
  says text not null check (says in ('works-here', 'not-known')),
  browser_hash bytea,
  made_at timestamptz not null,
  primary key (affiliation_id, person_id)
);
create index vouch_by_person on people.vouch (person_id);

-- A step may be granted by evidence instead of an officer: where the rule of its organisation says so.
alter table support.step_decision
  alter column office_id drop not null,
  add column evidence text check (evidence in ('head', 'colleagues')),
  add constraint decided_by_office_or_evidence check (num_nonnulls(office_id, evidence) = 1),
  add constraint evidence_only_grants check (evidence is null or decision = 'granted');

-- Why somebody is no longer at a school.
alter table people.affiliation_ending add column reason text check (reason in ('left', 'retired', 'mistake'));
