-- Support organisations, whom they cover, their offices, and the one approval engine.
create schema support;

create table support.organisation (
  id uuid primary key,
  kind text not null check (kind in ('national', 'central')),
  -- null: the neutral name, "National Support Organisation Portugal", in the reader's language
  name text,
  country text references places.country (code),
  mail text,
  locale text not null,
  -- what its clocks run by: days of its zone, without its weekend (1 Monday … 7 Sunday)
  time_zone text not null,
  weekend smallint[] not null default '{6,7}' check (weekend <@ '{1,2,3,4,5,6,7}'::smallint[] and cardinality(weekend) < 7),
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

-- How long a step may lie before someone is reminded, and before it goes up, in working days. The most
-- specific row holds: kind and organisation, kind, organisation, neither ('*' is every kind).
create table support.clock_rule (
  case_kind text not null,
  organisation_id uuid references support.organisation (id),
  remind_after_days integer not null check (remind_after_days >= 1),
  escalate_after_days integer not null check (escalate_after_days > remind_after_days),
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
create index approval_case_waiting on support.approval_case (waits_for) where waits_for is not null;

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
  note_locale text,
  -- what the subject looked like when this round began, so that officers see what changed
  snapshot jsonb not null,
  decided_at timestamptz,
  -- corrected: the applicant changed the subject before this round was decided
  outcome text check (outcome in ('granted', 'refused', 'withdrawn', 'corrected')),
  check ((decided_at is null) = (outcome is null)),
  primary key (case_id, round)
);
create unique index one_running_round on support.case_round (case_id) where decided_at is null;

create table support.case_step (
  id uuid primary key,
  case_id uuid not null,
  round integer not null,
  stage integer not null,
  -- among the steps of its stage, as the applicant named the sides
  place integer not null default 0,
  organisation_id uuid not null references support.organisation (id),
  -- null while an earlier stage, or the case this one waits for, is undecided
  opened_at timestamptz,
  -- when it left the queue: decided, or its round ended without it
  closed_at timestamptz,
  -- when the clocks run out; null while a question stops them
  remind_at timestamptz,
  escalate_at timestamptz,
  reminded_at timestamptz,
  -- from when on the central desk may decide too: overdue, or every officer of the organisation is excluded
  central_since timestamptz,
  central_reason text check (central_reason in ('overdue', 'no-officer')),
  check ((central_since is null) = (central_reason is null)),
  foreign key (case_id, round) references support.case_round (case_id, round),
  unique (case_id, round, stage, organisation_id)
);
create index case_step_in_queue on support.case_step (organisation_id, opened_at, id) where closed_at is null;
create index case_step_at_central_desk on support.case_step (opened_at, id)
  where closed_at is null and central_since is not null;
create index case_step_to_remind on support.case_step (remind_at) where closed_at is null and reminded_at is null;
create index case_step_to_escalate on support.case_step (escalate_at) where closed_at is null and central_since is null;

create table support.step_decision (
  step_id uuid primary key references support.case_step (id),
  decision text not null check (decision in ('granted', 'refused')),
  office_id uuid not null references support.office (id),
  decided_at timestamptz not null,
  reason text,
  words text,
  words_locale text,
  check (decision = 'granted' or reason is not null),
  check ((words is null) = (words_locale is null))
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
  answer_locale text,
  answered_by uuid,
  answered_at timestamptz,
  check (num_nulls(answered_at, answer, answer_locale, answered_by) in (0, 4))
);
create unique index one_open_question on support.case_question (step_id) where answered_at is null;
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
create index look_by_case on support.look (case_id);

insert into support.clock_rule (case_kind, organisation_id, remind_after_days, escalate_after_days) values
  ('*', null, 5, 10);

-- The desks of the programme: ours, to be replaced by the real ones. Each id spells its country's code.
insert into support.organisation (id, kind, country, locale, time_zone)
  values ('00000000-0000-7000-8000-000000000001', 'central', null, 'en', 'Europe/Brussels');
insert into support.organisation (id, kind, country, locale, time_zone, weekend)
  select
    ('00000000-0000-7000-8000-' || lpad(encode(convert_to(code, 'UTF8'), 'hex'), 12, '0'))::uuid,
    'national', code, official_languages[1], time_zone,
    case when code in ('JO', 'PS') then '{5,6}'::smallint[] else '{6,7}'::smallint[] end
  from places.country;
insert into support.coverage (id, organisation_id, country)
  select ('00000000-0000-7000-9000-' || right(id::text, 12))::uuid, id, country
  from support.organisation where kind = 'national';
