-- Privacy keeps almost nothing itself: whom it has warned that an account will end.
create schema privacy;

create table privacy.warning (
  person_id uuid not null references people.person (id),
  -- nobody uses the account, or no support organisation ever confirmed it
  reason text not null check (reason in ('idle', 'pending')),
  place integer not null check (place >= 1),
  warned_at timestamptz not null,
  primary key (person_id, reason, place)
);
