-- What shows that somebody works at a school is a setting with versions: the newest that has begun holds.
alter table people.evidence_rule
  drop constraint evidence_rule_organisation_id_since_key,
  add column number bigint generated always as identity primary key,
  add column set_at timestamptz not null default '2026-09-01T00:00:00Z',
  -- null: the rule of the beginning
  add column set_by uuid references support.office (id);
alter table people.evidence_rule alter column set_at drop default;
create index evidence_rule_by_organisation on people.evidence_rule (organisation_id, since);
