-- Who can be recognised on a picture or film of a space, as a teacher says: members see it while the ledger of consents allows it.
create table spaces.recognised (
  file_id uuid not null references platform.file (id) on delete cascade,
  member_id uuid not null references spaces.member (id),
  tagged_by uuid not null references spaces.member (id),
  tagged_at timestamptz not null,
  primary key (file_id, member_id)
);
create index recognised_by_member on spaces.recognised (member_id);

-- A teacher has said who is on it, be it nobody.
create table spaces.looked_over (
  file_id uuid primary key references platform.file (id) on delete cascade,
  looked_by uuid not null references spaces.member (id),
  looked_at timestamptz not null
);
