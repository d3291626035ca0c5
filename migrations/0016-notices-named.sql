-- The persons whom a notice names: when one of them is forgotten, the notice goes too.
alter table notices.notice add column named uuid[] not null default '{}';
create index notice_by_named on notices.notice using gin (named);
