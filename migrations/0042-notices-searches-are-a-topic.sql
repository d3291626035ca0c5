-- Saved searches are a topic of their own; what was chosen for posts and searches together holds for both.
insert into notices.choice (person_id, topic, way, chosen_at)
select person_id, 'searches', way, chosen_at from notices.choice where topic = 'partners'
on conflict do nothing;
