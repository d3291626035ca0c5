-- Where one answers a letter by mail: an address signed for what the letter tells.
alter table platform.mail add column answer_to text;

-- The letter that brought a message, so that a letter that comes twice is one message.
alter table contacts.message add column letter_hash bytea;
create unique index message_by_letter on contacts.message (letter_hash) where letter_hash is not null;
