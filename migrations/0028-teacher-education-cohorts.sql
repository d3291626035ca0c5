-- Institutions of teacher education as a kind of school, their cohorts, and the invitations of student teachers.
alter table schools.school
  add column kind text not null default 'school' check (kind in ('school', 'teacher-education'));
create index institution_by_country on schools.school (country, name) where kind = 'teacher-education';

create schema teacher_education;

create table teacher_education.cohort (
  id uuid primary key,
  school_id uuid not null references schools.school (id),
  -- null: the educator is gone; the others of the institution look after the cohort
  educator_id uuid references people.person (id),
  name text not null check (length(name) between 1 and 80),
  ends_on date not null,
  made_at timestamptz not null
);
create index cohort_by_school on teacher_education.cohort (school_id);
create index cohort_by_educator on teacher_education.cohort (educator_id);
create index cohort_by_end on teacher_education.cohort (ends_on);

create table teacher_education.cohort_approval (
  cohort_id uuid primary key references teacher_education.cohort (id),
  case_id uuid not null references support.approval_case (id),
  approved_at timestamptz not null
);

create table teacher_education.cohort_ending (
  cohort_id uuid primary key references teacher_education.cohort (id),
  ended_at timestamptz not null
);

create table teacher_education.student (
  id uuid primary key,
  cohort_id uuid not null references teacher_education.cohort (id),
  -- as the educator wrote them; gone with the end of the cohort
  name text not null,
  email text,
  invited_at timestamptz not null,
  letters integer not null default 1,
  -- of the link in the newest letter; null once it is used or taken back
  token_hash bytea unique,
  expires_at timestamptz,
  withdrawn_at timestamptz,
  accepted_at timestamptz,
  person_id uuid references people.person (id),
  affiliation_id uuid references people.affiliation (id),
  check (accepted_at is null or withdrawn_at is null),
  check (accepted_at is null or token_hash is null)
);
create unique index one_invitation_of_address on teacher_education.student (cohort_id, lower(email));
create index student_by_person on teacher_education.student (person_id);
