-- What must not be: reports, posts held for a look, decisions with their reasons, appeals and sanctions, in one place.
create schema safety;

-- One thing at which somebody must look. While it hides, it is out of sight of pupils, guests and the public.
create table safety.matter (
  id uuid primary key,
  thing_kind text not null,
  thing_id uuid not null,
  -- the room whose teachers look; none: the support organisation looks
  space_id uuid references spaces.space (id),
  -- to which support organisation it falls when nobody of the room may or does look, and with an appeal
  organisation_id uuid not null references support.organisation (id),
  -- who wrote it: at most one, and none when the writer is forgotten
  author_person_id uuid references people.person (id),
  author_member_id uuid references spaces.member (id),
  by_pupil boolean not null,
  why text not null check (why in ('reported', 'first-post', 'every-post', 'picture', 'word', 'looked-at')),
  hides boolean not null,
  -- a child may be at risk
  urgent boolean not null,
  -- title, words and language as they were
  evidence jsonb,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  escalated_at timestamptz,
  settled_at timestamptz,
  -- whoever wrote it, or reported it, does not agree: somebody else decides once more
  appealed_at timestamptz,
  appeal_by text check (appeal_by in ('author', 'reporter')),
  appeal_words text,
  appeal_locale text,
  appeal_decided_at timestamptz,
  check (num_nonnulls(author_person_id, author_member_id) <= 1),
  check (num_nonnulls(appealed_at, appeal_by, appeal_words, appeal_locale) in (0, 4)),
  check (appealed_at is null or settled_at is not null),
  check (appeal_decided_at is null or appealed_at is not null)
);
create unique index one_open_matter on safety.matter (thing_kind, thing_id) where settled_at is null;
create index matter_of_thing on safety.matter (thing_id);
create index matter_in_space on safety.matter (space_id, opened_at desc) where space_id is not null;
create index matter_at_desk on safety.matter (organisation_id, opened_at);
create index matter_due on safety.matter (due_at) where settled_at is null;
create index matter_by_author on safety.matter (author_person_id) where author_person_id is not null;
create index matter_by_author_member on safety.matter (author_member_id) where author_member_id is not null;

-- Somebody said that a thing must not be. Whoever holds the number sees what became of it; a visitor leaves no name.
create table safety.report (
  id uuid primary key,
  number text not null unique,
  matter_id uuid not null references safety.matter (id) on delete cascade,
  by_person_id uuid references people.person (id),
  by_member_id uuid references spaces.member (id),
  reason text not null,
  words text not null check (length(words) <= 1000),
  locale text not null,
  reported_at timestamptz not null,
  check (num_nonnulls(by_person_id, by_member_id) <= 1),
  unique (matter_id, by_person_id),
  unique (matter_id, by_member_id)
);
create index report_by_person on safety.report (by_person_id) where by_person_id is not null;
create index report_by_member on safety.report (by_member_id) where by_member_id is not null;

-- What was decided, by which rule, and by whom: never by a machine, and never without a reason.
create table safety.decision (
  matter_id uuid not null references safety.matter (id) on delete cascade,
  -- 2: on appeal
  round smallint not null check (round in (1, 2)),
  outcome text not null check (outcome in ('kept', 'hidden', 'removed')),
  reason text not null check (length(reason) > 0),
  words text not null check (length(words) <= 1000),
  locale text not null,
  by_member_id uuid references spaces.member (id),
  office_id uuid references support.office (id),
  decided_at timestamptz not null,
  check (num_nonnulls(by_member_id, office_id) = 1),
  primary key (matter_id, round)
);
create index decision_by_member on safety.decision (by_member_id) where by_member_id is not null;

-- An officer opened the words of a matter: an act, for thirty minutes.
create table safety.look (
  id uuid primary key,
  matter_id uuid not null references safety.matter (id) on delete cascade,
  office_id uuid not null references support.office (id),
  opened_at timestamptz not null,
  ends_at timestamptz not null
);
create index look_by_matter on safety.look (matter_id, office_id);

-- What pupils write in a space waits for a teacher: nothing, the first post of each, all posts, or what has pictures.
create table safety.space_rule (
  space_id uuid not null references spaces.space (id),
  since timestamptz not null,
  waits text not null check (waits in ('nothing', 'first-post', 'every-post', 'pictures')),
  set_by uuid not null references spaces.member (id),
  primary key (space_id, since)
);

-- Words that make a pupil's post wait for a look, folded; a hit never tells a child off.
create table safety.word (
  locale text not null,
  word text not null check (word = lower(word) and length(word) between 2 and 60),
  primary key (locale, word)
);
create index word_by_word on safety.word (word);

-- Within so many hours somebody has looked; the newest version whose day has come holds.
create table safety.clock_rule (
  urgent boolean not null,
  since timestamptz not null,
  hours integer not null check (hours > 0),
  primary key (urgent, since)
);
insert into safety.clock_rule (urgent, since, hours) values
  (true, '2026-01-01T00:00:00Z', 4),
  (false, '2026-01-01T00:00:00Z', 72);

-- Somebody is out for a while: a person from the whole platform, a member from one space.
create table safety.suspension (
  id uuid primary key,
  matter_id uuid references safety.matter (id) on delete set null,
  person_id uuid references people.person (id),
  member_id uuid references spaces.member (id),
  reason text not null check (length(reason) > 0),
  words text not null check (length(words) <= 1000),
  locale text not null,
  by_member_id uuid references spaces.member (id),
  office_id uuid references support.office (id),
  suspended_at timestamptz not null,
  until timestamptz not null,
  lifted_at timestamptz,
  check (num_nonnulls(person_id, member_id) = 1),
  check (num_nonnulls(by_member_id, office_id) = 1),
  check (until > suspended_at)
);
create index suspension_of_person on safety.suspension (person_id) where person_id is not null;
create index suspension_of_member on safety.suspension (member_id) where member_id is not null;

-- What each part has to know of it, beside its own rows, so that a session or a membership is one look-up.
alter table people.person add column suspended_until timestamptz;
alter table spaces.member add column suspended_until timestamptz;

-- Reports that were kept until now begin as matters that wait.
insert into safety.matter
  (id, thing_kind, thing_id, organisation_id, author_person_id, by_pupil, why, hides, urgent, evidence, opened_at, due_at)
select distinct on (report.message_id)
  report.id, 'message', report.message_id, desk.id, report.against_person_id, false, 'reported', false,
  report.reason = 'safety', jsonb_build_object('title', '', 'words', report.evidence, 'locale', message.locale),
  report.reported_at, report.reported_at + interval '72 hours'
from contacts.message_report as report
join contacts.message as message on message.id = report.message_id
cross join (select id from support.organisation where kind = 'central') as desk
order by report.message_id, report.reported_at;
insert into safety.matter
  (id, thing_kind, thing_id, organisation_id, author_person_id, by_pupil, why, hides, urgent, evidence, opened_at, due_at)
select distinct on (report.post_id)
  report.id, 'partner-post', report.post_id, desk.id, report.against_person_id, false, 'reported', false,
  report.reason = 'safety', jsonb_build_object('title', '', 'words', report.evidence, 'locale', post.locale),
  report.reported_at, report.reported_at + interval '72 hours'
from partner_finding.post_report as report
join partner_finding.post as post on post.id = report.post_id
cross join (select id from support.organisation where kind = 'central') as desk
order by report.post_id, report.reported_at;
insert into safety.matter
  (id, thing_kind, thing_id, space_id, organisation_id, author_member_id, by_pupil, why, hides, urgent, evidence,
   opened_at, due_at)
select distinct on (report.post_id)
  report.id, 'post', report.post_id, post.space_id, desk.id, post.member_id,
  author.role in ('pupil', 'pupil-administrator'), 'reported', true, report.reason = 'worrying',
  jsonb_build_object('title', '', 'words', coalesce(post.words, ''), 'locale', post.locale),
  report.reported_at, report.reported_at + interval '72 hours'
from spaces_updates.post_report as report
join spaces_updates.post as post on post.id = report.post_id
join spaces.member as author on author.id = post.member_id
cross join (select id from support.organisation where kind = 'central') as desk
where report.settled_at is null
order by report.post_id, report.reported_at;
insert into safety.report (id, number, matter_id, by_person_id, reason, words, locale, reported_at)
select report.id, upper(translate(left(replace(gen_random_uuid()::text, '-', ''), 12), 'ilou', '1100')), matter.id,
  report.from_person_id, report.reason, left(report.words, 1000), 'en', report.reported_at
from (
  select id, message_id as thing_id, from_person_id, reason, words, reported_at from contacts.message_report
  union all
  select id, post_id, from_person_id, reason, words, reported_at from partner_finding.post_report
) as report
join safety.matter as matter on matter.thing_id = report.thing_id;
insert into safety.report (id, number, matter_id, by_member_id, reason, words, locale, reported_at)
select report.id, upper(translate(left(replace(gen_random_uuid()::text, '-', ''), 12), 'ilou', '1100')), matter.id,
  report.reported_by, report.reason, report.words, 'en', report.reported_at
from spaces_updates.post_report as report
join safety.matter as matter on matter.thing_id = report.post_id
where report.settled_at is null;

drop table contacts.message_report;
drop table partner_finding.post_report;
drop table spaces_updates.post_report;

-- A message or a partner post that the moderators took away.
alter table contacts.message add column removed_at timestamptz;
alter table partner_finding.post_closure drop constraint post_closure_reason_check;
alter table partner_finding.post_closure add check (reason in ('filled', 'withdrawn', 'removed'));

-- Small seeds; the central desk adds to them.
insert into safety.word (locale, word) values
  ('en', 'idiot'), ('en', 'stupid'), ('en', 'moron'), ('en', 'loser'), ('en', 'bitch'), ('en', 'bastard'),
  ('en', 'fuck'), ('en', 'fucking'), ('en', 'shit'), ('en', 'whore'), ('en', 'slut'), ('en', 'faggot'), ('en', 'nigger'),
  ('en', 'retard'), ('en', 'kill'), ('en', 'suicide'), ('en', 'porn'), ('en', 'nude'), ('en', 'nudes'), ('en', 'sexy'),
  ('en', 'snapchat'), ('en', 'whatsapp'), ('en', 'instagram'), ('en', 'tiktok'), ('en', 'discord'), ('en', 'telegram'),
  ('fr', 'idiot'), ('fr', 'idiote'), ('fr', 'con'), ('fr', 'conne'), ('fr', 'connard'), ('fr', 'connasse'),
  ('fr', 'debile'), ('fr', 'salope'), ('fr', 'salaud'), ('fr', 'pute'), ('fr', 'putain'), ('fr', 'merde'), ('fr', 'encule'),
  ('fr', 'pd'), ('fr', 'negre'), ('fr', 'bougnoule'), ('fr', 'suicide'), ('fr', 'suicider'), ('fr', 'tuer'), ('fr', 'porno'),
  ('da', 'idiot'), ('da', 'dum'), ('da', 'taber'), ('da', 'luder'), ('da', 'kaelling'), ('da', 'svin'), ('da', 'fuck'),
  ('da', 'lort'), ('da', 'perker'), ('da', 'neger'), ('da', 'bosserov'), ('da', 'selvmord'), ('da', 'draebe'), ('da', 'porno'),
  ('ar', 'غبي'), ('ar', 'غبيه'), ('ar', 'احمق'), ('ar', 'قذر'),
  ('ar', 'انتحار'), ('ar', 'اقتلك'), ('ar', 'عاهره'), ('ar', 'شرموطه'), ('ar', 'لعنه');

-- A support organisation decides too, and has no member in the space.
alter table spaces_updates.post_hiding alter column hidden_by drop not null;
alter table spaces_updates.post_removal alter column removed_by drop not null;

-- What an author was told until now leads to the page that lists decisions.
update notices.notice set kind = 'matter-decided', params = '{}' where kind = 'post-moderated';
