-- Projects: the founders' form, the co-founder, the approval, the partners.
create schema projects;

-- A draft may lack anything and hold what does not go together: completeness is asked for when it is sent.
create table projects.project (
  id uuid primary key,
  short_id text not null unique,
  kind text not null check (kind in ('european', 'national', 'initial-teacher-education')),
  founder_id uuid not null references people.person (id),
  founder_school_id uuid not null references schools.school (id),
  -- the contact whom the founder means to invite
  cofounder_choice_id uuid references people.person (id),
  -- the language in which the plan is written
  locale text not null,
  title text not null default '' check (length(title) <= 100),
  summary text not null default '' check (length(summary) <= 600),
  languages text[] not null default '{}' check (cardinality(languages) <= 5),
  subjects text[] not null default '{}' check (cardinality(subjects) <= 8),
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
  -- title and summary folded for search, see the shared folding function
  folded text not null default '',
  check (cofounder_choice_id <> founder_id)
);
create index project_by_founder on projects.project (founder_id);
create index project_folded on projects.project using gin (folded gin_trgm_ops);
create index project_by_subject on projects.project using gin (subjects);

-- Exactly one co-founder at a time: the newest invitation that was not declined or taken back.
create table projects.cofounder_invitation (
  id uuid primary key,
  project_id uuid not null references projects.project (id),
  person_id uuid not null references people.person (id),
  -- the school the co-founder takes part for; chosen when accepting
  school_id uuid references schools.school (id),
  invited_at timestamptz not null,
  accepted_at timestamptz,
  declined_at timestamptz,
  withdrawn_at timestamptz,
  -- the word that came with a refusal
  words text check (length(words) <= 1000),
  check (num_nonnulls(accepted_at, declined_at, withdrawn_at) <= 1),
  check (accepted_at is null or school_id is not null)
);
create unique index one_cofounder_at_a_time on projects.cofounder_invitation (project_id)
  where declined_at is null and withdrawn_at is null;
create index cofounder_invitation_by_person on projects.cofounder_invitation (person_id);

-- The kind stands once the plan has left the founder's desk.
create function projects.keep_kind() returns trigger language plpgsql as $$
begin
  if new.kind <> old.kind
    and exists (select from projects.cofounder_invitation where project_id = old.id) then
    raise exception 'the kind of a project is frozen once its plan was sent' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger kind_is_frozen before update of kind on projects.project
  for each row execute function projects.keep_kind();

-- The rounds before the support organisations; their case lies in the approval engine.
create table projects.submission (
  project_id uuid not null references projects.project (id),
  round integer not null check (round >= 1),
  case_id uuid not null references support.approval_case (id),
  submitted_at timestamptz not null,
  refused_at timestamptz,
  primary key (project_id, round)
);
create unique index one_running_submission on projects.submission (project_id) where refused_at is null;

create table projects.opening (
  project_id uuid primary key references projects.project (id),
  case_id uuid not null references support.approval_case (id),
  opened_at timestamptz not null
);
create index opening_by_time on projects.opening (opened_at desc, project_id desc);

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
create unique index one_founder on projects.partner (project_id) where standing = 'founder';
create unique index one_cofounder on projects.partner (project_id) where standing = 'cofounder';
create index partner_by_person on projects.partner (person_id);
create index partner_by_school on projects.partner (school_id);
