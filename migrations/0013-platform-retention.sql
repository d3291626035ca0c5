-- How long what is kept, as rules that hold from a day on: the newest line of a rule counts.
create table platform.retention_rule (
  rule text not null,
  since timestamptz not null,
  amount integer not null check (amount > 0),
  unit text not null check (unit in ('day', 'month', 'year')),
  primary key (rule, since)
);

insert into platform.retention_rule (rule, since, amount, unit)
select rule, '2026-01-01T00:00:00Z', amount, unit
from (values
  ('account_idle', 3, 'year'),
  ('account_pending', 30, 'day'),
  ('joining', 30, 'day'),
  ('request', 24, 'month'),
  ('notice', 12, 'month'),
  ('partner_post', 24, 'month'),
  ('plan_withdrawn', 12, 'month'),
  ('space_archived', 10, 'year'),
  ('page_binned', 30, 'day'),
  ('post_removed', 90, 'day'),
  ('report_settled', 3, 'year'),
  ('pupil_ended', 60, 'day'),
  ('pupil_unused', 13, 'month'),
  ('pupil_session', 1, 'day'),
  ('import', 12, 'month'),
  ('letter', 30, 'day'),
  ('log', 12, 'month'),
  ('form_answer', 1, 'day'),
  ('limit', 2, 'day'),
  ('file_unused', 1, 'day')
) as defaults (rule, amount, unit);
