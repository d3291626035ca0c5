-- Since when a thing can be found: what is new for a saved search.
create table partner_finding.first_found (
  thing_id uuid primary key,
  found_at timestamptz not null
);
create index first_found_by_time on partner_finding.first_found (found_at);
insert into partner_finding.first_found (thing_id, found_at)
select distinct thing_id, now() from partner_finding.search_entry;

-- A search that its owner wants to hear of again.
create table partner_finding.saved_search (
  id uuid primary key,
  person_id uuid not null references people.person (id),
  name text not null check (length(name) between 1 and 80),
  -- as it stands in the address of the partner search
  query text not null check (length(query) <= 2000),
  saved_at timestamptz not null,
  -- what could be found by then was told, or was there when it was saved
  told_up_to timestamptz not null,
  stopped_at timestamptz,
  unique (person_id, query)
);
create index saved_search_due on partner_finding.saved_search (told_up_to) where stopped_at is null;

-- A link by which a founder invites whoever has it into a plan; both sides say yes before anything happens.
create table partner_finding.link_invitation (
  id uuid primary key,
  project_id uuid not null references projects.project (id) on delete cascade,
  -- the plan as it was called when the link was made, for whoever has no right to read it
  title text not null,
  address text not null,
  person_id uuid not null references people.person (id),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  withdrawn_at timestamptz
);
create index link_invitation_by_project on partner_finding.link_invitation (project_id);
create index link_invitation_by_person on partner_finding.link_invitation (person_id);
create index link_invitation_by_time on partner_finding.link_invitation (expires_at);

create table partner_finding.link_answer (
  invitation_id uuid not null references partner_finding.link_invitation (id) on delete cascade,
  person_id uuid not null references people.person (id),
  said_at timestamptz not null,
  -- what the founder said to it
  accepted boolean,
  decided_at timestamptz,
  primary key (invitation_id, person_id),
  check ((accepted is null) = (decided_at is null))
);
create index link_answer_by_person on partner_finding.link_answer (person_id);

-- Its author was reminded that this run ends.
alter table partner_finding.post add column reminded_at timestamptz;

-- Somebody said of a post that it must not be; its words as they were.
create table partner_finding.post_report (
  id uuid primary key,
  post_id uuid references partner_finding.post (id) on delete set null,
  from_person_id uuid not null references people.person (id),
  against_person_id uuid not null references people.person (id),
  reason text not null check (reason in ('hurtful', 'mass', 'money', 'safety', 'other')),
  words text not null,
  evidence text not null,
  reported_at timestamptz not null,
  unique (post_id, from_person_id)
);
create index post_report_by_reporter on partner_finding.post_report (from_person_id);
create index post_report_by_reported on partner_finding.post_report (against_person_id);
create index post_report_by_time on partner_finding.post_report (reported_at);

insert into platform.retention_rule (rule, since, amount, unit)
values ('link_invitation', '2026-01-01T00:00:00Z', 3, 'month');

-- Where one stops being told of one thing, such as of a saved search.
alter table notices.notice add column stop_path text;
