-- Recognition: the National Quality Label, from a teacher's draft to the award.
create schema recognition;

-- One for each teacher and project. A draft may lack anything: completeness is asked for when it is sent.
create table recognition.application (
  id uuid primary key,
  project_id uuid not null references projects.project (id),
  person_id uuid not null references people.person (id),
  -- the language in which it is written
  locale text not null,
  -- what the teacher has checked about her own part
  checks text[] not null default '{}',
  collaboration text not null default '' check (length(collaboration) <= 2500),
  technology text not null default '' check (length(technology) <= 2500),
  pedagogy text not null default '' check (length(pedagogy) <= 2500),
  curriculum text not null default '' check (length(curriculum) <= 2500),
  results text not null default '' check (length(results) <= 2500),
  -- pages of the TwinSpace
  evidence uuid[] not null default '{}' check (cardinality(evidence) <= 10),
  -- of the second application: what is to be looked at again, and what changed
  review text[] not null default '{}',
  note text not null default '' check (length(note) <= 1000),
  made_at timestamptz not null,
  saved_at timestamptz not null,
  -- counts up with every change, so that two tabs do not overwrite each other unseen
  version integer not null default 1,
  unique (project_id, person_id)
);
create index application_by_person on recognition.application (person_id);

-- The times before the support organisation: a first, and after a refusal a second one; never a third.
create table recognition.submission (
  application_id uuid not null references recognition.application (id),
  round integer not null check (round in (1, 2)),
  -- the school for which the work was done
  school_id uuid not null references schools.school (id),
  case_id uuid not null references support.approval_case (id),
  -- the year in which the school year began that its place is taken from
  school_year integer not null,
  submitted_at timestamptz not null,
  refused_at timestamptz,
  primary key (application_id, round)
);
create index submission_by_school on recognition.submission (school_id);

-- A label belongs to the teacher, and is shown with the project and the school where the work was done.
create table recognition.label (
  project_id uuid not null references projects.project (id),
  person_id uuid not null references people.person (id),
  school_id uuid not null references schools.school (id),
  case_id uuid not null references support.approval_case (id),
  awarded_at timestamptz not null,
  primary key (project_id, person_id)
);
create index label_by_person on recognition.label (person_id);
create index label_by_school on recognition.label (school_id);

-- What one officer thinks of an application, at one step of its case; the one whose decision it was has given it.
create table recognition.assessment (
  step_id uuid not null references support.case_step (id),
  office_id uuid not null references support.office (id),
  application_id uuid not null references recognition.application (id),
  words text not null default '' check (length(words) <= 2000),
  -- the language of all its words
  words_locale text not null,
  saved_at timestamptz not null,
  given_at timestamptz,
  primary key (step_id, office_id)
);
create index assessment_by_application on recognition.assessment (application_id);

-- A criterion has points; what decides by itself is met or not.
create table recognition.mark (
  step_id uuid not null,
  office_id uuid not null,
  about text not null check (about in (
    'collaboration', 'technology', 'pedagogy', 'curriculum', 'results',
    'pupils-together', 'choice-of-tools', 'safety-and-rights')),
  points integer check (points between 0 and 5),
  is_met boolean,
  words text not null default '' check (length(words) <= 2000),
  primary key (step_id, office_id, about),
  foreign key (step_id, office_id) references recognition.assessment (step_id, office_id) on delete cascade,
  check (num_nonnulls(points, is_met) <= 1),
  check ((about in ('pupils-together', 'choice-of-tools', 'safety-and-rights')) or is_met is null),
  check ((about not in ('pupils-together', 'choice-of-tools', 'safety-and-rights')) or points is null)
);

-- How many may be sent, and what is needed: versions, of one organisation or (null) of all that have none of their own.
create table recognition.label_rule (
  number bigint generated always as identity primary key,
  organisation_id uuid references support.organisation (id),
  applications_a_year integer not null check (applications_a_year between 1 and 10),
  points_needed integer not null check (points_needed between 5 and 25),
  points_each integer not null check (points_each between 0 and 5),
  -- how many letters explain a criterion that has fewer than three points
  feedback_least integer not null check (feedback_least between 0 and 500),
  since timestamptz not null,
  set_at timestamptz not null,
  -- null: the rule of the beginning
  set_by uuid references support.office (id)
);
create index label_rule_by_organisation on recognition.label_rule (organisation_id, since);
insert into recognition.label_rule
  (organisation_id, applications_a_year, points_needed, points_each, feedback_least, since, set_at)
  values (null, 4, 13, 2, 200, '2026-09-01', '2026-09-01');
