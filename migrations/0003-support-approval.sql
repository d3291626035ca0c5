-- Support organisations, whom they cover, their offices, and the one approval engine.
create schema support;

create table support.organisation (
  id uuid primary key,
  kind text not null check (kind in ('national', 'central')),
  name text not null,
  country text references places.country (code),
  mail text,
  locale text not null,
  check ((kind = 'central') = (country is null))
);
create unique index one_central_organisation on support.organisation (kind) where kind = 'central';

-- A school falls to the organisation with the most specific rule that matches it; none: the central desk.
create table support.coverage (
  id uuid primary key,
  organisation_id uuid not null references support.organisation (id),
  country text not null references places.country (code),
  region text,
  language text,
  school_type text
);
create index coverage_by_country on support.coverage (country);

-- One person's office at one organisation. The person's row lies in a later part, which adds the key.
create table support.office (
  id uuid primary key,
  organisation_id uuid not null references support.organisation (id),
  person_id uuid not null,
  kind text not null check (kind in ('validator', 'assessor', 'moderator', 'editor', 'central')),
  given_at timestamptz not null,
  given_by uuid,
  ended_at timestamptz
);
create unique index one_running_office on support.office (organisation_id, person_id, kind) where ended_at is null;
create index office_by_person on support.office (person_id);

-- How long a step may lie before someone is reminded, and before it goes up: working days, per kind of case.
create table support.clock_rule (
  case_kind text not null,
  organisation_id uuid references support.organisation (id),
  remind_after_days integer not null,
  escalate_after_days integer not null,
  unique nulls not distinct (case_kind, organisation_id)
);

create table support.approval_case (
  id uuid primary key,
  kind text not null,
  subject_id uuid not null,
  applicant_id uuid not null,
  opened_at timestamptz not null,
  -- a case that must be granted before this one is decided (the school before the affiliation)
  waits_for uuid references support.approval_case (id)
);
create unique index one_case_per_subject on support.approval_case (kind, subject_id);
create index approval_case_by_applicant on support.approval_case (applicant_id);

-- Persons who may not decide this case: applicant, founders. Colleagues of the same school are found by affiliation.
create table support.case_party (
  case_id uuid not null references support.approval_case (id),
  person_id uuid not null,
  school_id uuid,
  primary key (case_id, person_id)
);
create index case_party_by_person on support.case_party (person_id);

-- A corrected case opens a new round in which every step decides again.
create table support.case_round (
  case_id uuid not null references support.approval_case (id),
  round integer not null check (round >= 1),
  opened_at timestamptz not null,
  -- what the applicant wrote about the correction
  note text,
  -- what the subject looked like when this round began, so that officers see what changed
  snapshot jsonb not null,
  decided_at timestamptz,
  outcome text check (outcome in ('granted', 'refused', 'withdrawn')),
  check ((decided_at is null) = (outcome is null)),
  primary key (case_id, round)
);
create index case_round_running on support.case_round (case_id) where decided_at is null;

create table support.case_step (
  id uuid primary key,
  case_id uuid not null,
  round integer not null,
  stage integer not null,
  organisation_id uuid not null references support.organisation (id),
  -- null while an earlier stage, or the case this one waits for, is undecided
  opened_at timestamptz,
  reminded_at timestamptz,
  escalated_at timestamptz,
  foreign key (case_id, round) references support.case_round (case_id, round),
  unique (case_id, round, stage, organisation_id)
);
create index case_step_by_organisation on support.case_step (organisation_id, opened_at);

create table support.step_decision (
  step_id uuid primary key references support.case_step (id),
  decision text not null check (decision in ('granted', 'refused')),
  office_id uuid not null references support.office (id),
  decided_at timestamptz not null,
  reason text,
  words text,
  words_locale text,
  check (decision = 'granted' or reason is not null)
);

-- A question stops the clock and makes the applicant the holder until it is answered.
create table support.case_question (
  id uuid primary key,
  step_id uuid not null references support.case_step (id),
  office_id uuid not null references support.office (id),
  words text not null,
  words_locale text not null,
  asked_at timestamptz not null,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  check ((answered_at is null) = (answer is null))
);
create index case_question_by_step on support.case_question (step_id);

-- An officer's look at personal data: an act with a reason, good for 30 minutes.
create table support.look (
  id uuid primary key,
  office_id uuid not null references support.office (id),
  case_id uuid not null references support.approval_case (id),
  reason text not null,
  opened_at timestamptz not null,
  ends_at timestamptz not null
);
create index look_by_office on support.look (office_id, case_id, ends_at);

insert into support.clock_rule (case_kind, organisation_id, remind_after_days, escalate_after_days) values
  ('school', null, 5, 10), ('affiliation', null, 5, 10), ('project', null, 5, 10);
