-- What a post said before its author said it anew: teachers see every change, for as long as what was removed.
create table spaces_updates.earlier_words (
  post_id uuid not null references spaces_updates.post (id) on delete cascade,
  said_until timestamptz not null,
  words text not null,
  locale text not null,
  primary key (post_id, said_until)
);
create index earlier_words_by_time on spaces_updates.earlier_words (said_until);
