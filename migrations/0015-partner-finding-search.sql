-- The partner search over teachers, posts, schools and projects, and its outbox for indexes in memory. The lines are
-- only copies of what their owners say, so they are made anew (by a job) and not carried over.
drop table partner_finding.search_entry;

create table partner_finding.search_entry (
  kind text not null check (kind in ('person', 'post', 'school', 'project')),
  thing_id uuid not null,
  -- by whose change the line is made anew: the person, the school or the project
  owner_id uuid not null,
  -- the person who is found, or who wrote the post: the reader must be allowed to find them
  person_id uuid references people.person (id),
  school_ids uuid[] not null,
  -- what it is filtered and counted by: 'country:PT', 'subject:art', 'available:on'
  tags text[] not null,
  ages_from integer,
  ages_to integer,
  -- the day on which the person was last here, to the week
  active_on date,
  -- what the card shows: a title where the thing has one of its own, and the beginning of its text
  title text,
  words text not null,
  locale text,
  expires_at timestamptz,
  -- as the shared folding leaves them; every word has a space before it
  title_words text not null,
  place_words text not null,
  other_words text not null,
  -- when it last changed, in milliseconds: what is newest comes first
  fresh bigint not null,
  primary key (kind, thing_id)
);
create index search_entry_by_freshness on partner_finding.search_entry (fresh, thing_id);
create index search_entry_by_owner on partner_finding.search_entry (owner_id);
create index search_entry_by_school on partner_finding.search_entry using gin (school_ids) with (fastupdate = off);

-- The outbox: whose lines have changed. The transaction is kept because lines are numbered before they can be seen:
-- whoever follows reads from the oldest transaction that was still open when they last looked.
create table partner_finding.search_change (
  number bigint primary key generated always as identity,
  owner_id uuid not null,
  transaction_id xid8 not null default pg_current_xact_id(),
  noted_at timestamptz not null default now()
);
create index search_change_by_transaction on partner_finding.search_change (transaction_id);
create index search_change_by_time on partner_finding.search_change (noted_at);

-- The newest transaction whose changes were taken away because they were old: what knows less than that must start anew.
create table partner_finding.search_horizon (
  only_row boolean primary key default true check (only_row),
  transaction_id xid8 not null
);
insert into platform.retention_rule (rule, since, amount, unit) values ('search_change', '2026-01-01T00:00:00Z', 3, 'day');

insert into partner_finding.search_horizon (transaction_id) values ('0');

-- No change of a line can be forgotten, whoever writes it.
create function partner_finding.note_search_change() returns trigger language plpgsql as $$
begin
  insert into partner_finding.search_change (owner_id) select distinct owner_id from changed;
  if found then notify search_change; end if;
  return null;
end $$;
create trigger note_new after insert on partner_finding.search_entry
  referencing new table as changed for each statement execute function partner_finding.note_search_change();
create trigger note_changed after update on partner_finding.search_entry
  referencing new table as changed for each statement execute function partner_finding.note_search_change();
create trigger note_gone after delete on partner_finding.search_entry
  referencing old table as changed for each statement execute function partner_finding.note_search_change();

-- A wish in the profile: to found a project with somebody.
alter table people.profile add column wants_to_found boolean not null default false;

select platform.add_job('partner-finding.rebuild', '{}', 'partner-finding.rebuild');
