-- Several cases decided at once. They leave the queue at once and are decided after a minute, until which the officer can
-- take it back; then the rows are deleted, since each step has its own decision.
create table support.bulk (
  id uuid primary key,
  office_id uuid not null references support.office (id),
  decision text not null check (decision in ('granted', 'refused')),
  reason text,
  words text,
  words_locale text,
  made_at timestamptz not null,
  due_at timestamptz not null,
  check ((decision = 'refused') = (reason is not null)),
  check ((words is null) = (words_locale is null))
);
create index bulk_by_office on support.bulk (office_id);
create index bulk_to_carry_out on support.bulk (due_at);

create table support.bulk_step (
  step_id uuid primary key references support.case_step (id),
  bulk_id uuid not null references support.bulk (id) on delete cascade
);
create index bulk_step_by_bulk on support.bulk_step (bulk_id);
