-- Projects: the founders' form, the co-founder, the approval, the partners.
create schema projects;

create table projects.project (
  id uuid primary key,
  short_id text not null unique,
  kind text not null check (kind in ('european', 'national', 'initial-teacher-education')),
  founder_id uuid not null references people.person (id),
  founder_school_id uuid not null references schools.school (id),
  locale text not null,
  title text not null default '' check (length(title) <= 100),
  summary text not null default '' check (length(summary) <= 600),
  languages text[] not null default '{}',
  subjects text[] not null default '{}',
  ages_from integer check (ages_from between 3 and 20),
  ages_to integer check (ages_to between 3 and 20),
  pupils_expected integer check (pupils_expected between 1 and 100000),
  aims text not null default '' check (length(aims) <= 2000),
  work_plan text not null default '' check (length(work_plan) <= 2000),
  expected_results text not null default '' check (length(expected_results) <= 2000),
  tools text[] not null default '{}',
  starts_in date,
  ends_in date,
  made_at timestamptz not null,
  saved_at timestamptz not null,
  -- counts up with every change, so that two tabs do not overwrite each other unseen
  version integer not null default 1,
  check (ages_from <= ages_to),
  check (starts_in <= ends_in)
);
create index project_by_founder on projects.project (founder_id);

-- Exactly one co-founder at a time: the newest invitation that was not declined or taken back.
create table projects.cofounder_invitation (
  id uuid primary key,
  project_id uuid not null references projects.project (id),
  person_id uuid not null references people.person (id),
  school_id uuid references schools.school (id),
  invited_at timestamptz not null,
  accepted_at timestamptz,
  declined_at timestamptz,
  withdrawn_at timestamptz,
  words text,
  check (num_nonnulls(accepted_at, declined_at, withdrawn_at) <= 1)
);
create unique index one_cofounder_at_a_time on projects.cofounder_invitation (project_id)
  where declined_at is null and withdrawn_at is null;
create index cofounder_invitation_by_person on projects.cofounder_invitation (person_id);

-- The founders' submission to the support organisations; its case lies in the approval engine.
create table projects.submission (
  project_id uuid primary key references projects.project (id),
  case_id uuid not null references support.approval_case (id),
  submitted_at timestamptz not null
);

create table projects.opening (
  project_id uuid primary key references projects.project (id),
  case_id uuid not null references support.approval_case (id),
  opened_at timestamptz not null
);

create table projects.withdrawal (
  project_id uuid primary key references projects.project (id),
  withdrawn_by uuid not null references people.person (id),
  withdrawn_at timestamptz not null
);

create table projects.closure (
  project_id uuid primary key references projects.project (id),
  closed_by uuid not null references people.person (id),
  closed_at timestamptz not null
);

-- Founders and partners of an open project, with the school they take part for.
create table projects.partner (
  project_id uuid not null references projects.project (id),
  person_id uuid not null references people.person (id),
  school_id uuid not null references schools.school (id),
  standing text not null check (standing in ('founder', 'cofounder', 'partner')),
  since timestamptz not null,
  until timestamptz,
  primary key (project_id, person_id)
);
create index partner_by_person on projects.partner (person_id);
create index partner_by_school on projects.partner (school_id);
