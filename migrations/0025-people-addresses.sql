-- The addresses of an account, each confirmed; one of them is the one we write to, and it stands in the login as well.
create table people.address (
  email text primary key,
  login_id text not null references people.login (id) on delete cascade,
  confirmed_at timestamptz not null,
  unique (login_id, email)
);

insert into people.address (email, login_id, confirmed_at) select email, id, created_at from people.login;

-- No account is ever without an address that is confirmed: the main one cannot go.
alter table people.login add foreign key (id, email) references people.address (login_id, email)
  deferrable initially deferred;

-- A link that adds an address to an account opens nothing but that account.
alter table people.link
  drop constraint link_purpose_check,
  add check (purpose in ('confirm-address', 'reset-password', 'set-up', 'add-address')),
  add column login_id text references people.login (id) on delete cascade,
  add check ((purpose = 'add-address') = (login_id is not null));
create index link_by_login on people.link (login_id);
