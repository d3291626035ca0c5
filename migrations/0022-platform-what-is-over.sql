-- What the hourly jobs look for is found without reading whole tables.
create index mail_by_time on platform.mail (queued_at);
create index notice_by_time on notices.notice (told_at);
create index request_by_time on contacts.request (sent_at);
create index look_by_time on support.look (opened_at);
create index page_in_bin on spaces_pages.page (binned_at) where binned_at is not null;
create index person_by_activity on people.person (last_active_at) where email is not null;
create index file_by_time on platform.file (purpose, made_at);
create index search_entry_by_expiry on partner_finding.search_entry (expires_at) where expires_at is not null;
