-- What the installation says about itself: each text in each language with all its versions, of which the newest holds.
create schema texts;
create table texts.version (
  number bigint generated always as identity primary key,
  text text not null check (text in ('accessibility', 'privacy', 'conduct', 'privacy-pupils', 'conduct-pupils')),
  locale text not null,
  -- null: from now on the text that ships with the platform
  body text check (char_length(body) between 1 and 40000),
  written_at timestamptz not null,
  written_by uuid not null references support.office (id)
);
create index version_by_text on texts.version (text, locale, number);
