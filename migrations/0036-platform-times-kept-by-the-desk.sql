-- How long things are kept is a setting with versions: the newest that has begun holds, and it is known who set it.
alter table platform.retention_rule
  drop constraint retention_rule_pkey,
  add column number bigint generated always as identity primary key,
  add column set_at timestamptz not null default '2026-01-01T00:00:00Z',
  -- null: the rule of the beginning
  add column set_by uuid references support.office (id);
alter table platform.retention_rule alter column set_at drop default;
create index retention_rule_by_rule on platform.retention_rule (rule, since);

-- So is the age from which a child decides by itself.
alter table pupils.consent_age
  drop constraint consent_age_pkey,
  add column number bigint generated always as identity primary key,
  add column since timestamptz not null default '2020-01-01T00:00:00Z',
  add column set_at timestamptz not null default '2026-11-01T00:00:00Z',
  -- null: what was known at the beginning
  add column set_by uuid references support.office (id);
alter table pupils.consent_age alter column since drop default, alter column set_at drop default;
create index consent_age_by_country on pupils.consent_age (country, since);
