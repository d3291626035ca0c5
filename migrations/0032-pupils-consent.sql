-- Who allowed what of a pupil, and who attests it. The signed form itself stays at the school: it is never uploaded.
create table pupils.consent (
  id uuid primary key,
  pupil_id uuid not null references pupils.pupil (id) on delete cascade,
  purpose text not null check (purpose in ('account', 'picture-inside', 'picture-public', 'name', 'meeting')),
  given_by text not null check (given_by in ('parent', 'pupil', 'school')),
  attested_by uuid not null references people.person (id),
  -- the words that were signed: their version and language
  text_version integer not null,
  text_locale text not null,
  given_at timestamptz not null,
  expires_on date not null,
  withdrawn_at timestamptz,
  check (expires_on > given_at::date)
);
create unique index one_running_consent on pupils.consent (pupil_id, purpose) where withdrawn_at is null;
create index consent_attested_by on pupils.consent (attested_by);

-- From which age a child may decide by itself where the law asks for consent; a country that is not here: 16.
create table pupils.consent_age (
  country text primary key references places.country (code),
  age integer not null check (age between 13 and 16),
  source text not null,
  seen_on date not null
);
insert into pupils.consent_age (country, age, source, seen_on)
select country, age, 'Commission staff document of 2020 on Article 8 GDPR, as tabulated at blog.kuan0.com/2020/06', date '2026-11-01'
from (values
  ('BE', 13), ('EE', 13), ('FI', 13), ('LV', 13), ('MT', 13), ('PT', 13), ('SE', 13),
  ('AT', 14), ('BG', 14), ('CY', 14), ('IT', 14), ('LT', 14), ('ES', 14),
  ('CZ', 15), ('FR', 15), ('GR', 15),
  ('HR', 16), ('DE', 16), ('HU', 16), ('IE', 16), ('LU', 16), ('NL', 16), ('PL', 16), ('RO', 16), ('SK', 16)
) as seed (country, age)
where exists (select from places.country where code = country);
insert into pupils.consent_age (country, age, source, seen_on)
select 'DK', 15, 'Danish data protection act as changed on 2024-01-01', date '2026-11-01'
where exists (select from places.country where code = 'DK');

-- Which pupils can be recognised on what is shown to the public: it stands only while each of them allows it.
create table twinspaces.shown_pupil (
  publication_id uuid not null references twinspaces.publication (id) on delete cascade,
  member_id uuid not null references spaces.member (id),
  primary key (publication_id, member_id)
);
create index shown_pupil_by_member on twinspaces.shown_pupil (member_id);
