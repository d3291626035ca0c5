-- The truth of a page is the log of its changes (Yjs updates); what is read, compared, searched and published is
-- derived from it in the same transaction. A page from before has no log yet: it is written down from the newest
-- version, once, when somebody first opens it to write.
alter table spaces_pages.page
  -- the number of the newest change in the page's log; 0: there is none yet
  add column written integer not null default 0;

create table spaces_pages.page_change (
  page_id uuid not null references spaces_pages.page (id),
  number integer not null check (number > 0),
  -- one change; in the first row that is kept, all of them up to that number
  change bytea not null,
  -- null: the platform, or several whose changes were brought together
  written_by uuid references spaces.member (id),
  written_at timestamptz not null,
  primary key (page_id, number)
);
create index page_change_by_time on spaces_pages.page_change (written_at, page_id);

create function spaces_pages.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the log of a page is only added to';
end
$$;
create trigger only_added before update on spaces_pages.page_change
  for each row execute function spaces_pages.refuse_change();

-- Whose hand it was: Yjs signs each stretch of text with the number of an editor that was open once.
create table spaces_pages.page_hand (
  page_id uuid not null references spaces_pages.page (id),
  hand bigint not null,
  member_id uuid not null references spaces.member (id),
  primary key (page_id, hand)
);

alter table spaces_pages.page_version
  -- the number of the change at which the version stood
  add column written integer,
  -- since when the version takes what is written together; null: it never changes
  add column live_since timestamptz;

-- Everybody who wrote in a version while it was written together.
create table spaces_pages.version_writer (
  page_id uuid not null,
  version integer not null,
  member_id uuid not null references spaces.member (id),
  primary key (page_id, version, member_id),
  foreign key (page_id, version) references spaces_pages.page_version (page_id, version)
);
create index version_writer_by_member on spaces_pages.version_writer (member_id);
