-- Two rules with the same conditions would leave it to chance who has a school.
create unique index one_coverage_of_a_kind on support.coverage (country, region, language, school_type) nulls not distinct;

-- How long a step may lie is a setting with versions: the newest that has begun holds, the others stay readable.
alter table support.clock_rule
  drop constraint clock_rule_case_kind_organisation_id_key,
  add column number bigint generated always as identity primary key,
  add column since timestamptz not null default '2005-01-01T00:00:00Z',
  add column set_at timestamptz not null default '2005-01-01T00:00:00Z',
  -- null: the rule of the beginning
  add column set_by uuid references people.person (id);
alter table support.clock_rule alter column since drop default, alter column set_at drop default;
create index clock_rule_by_kind on support.clock_rule (case_kind, organisation_id, since);
