-- What a person is to the whole of Warren: guest, or registered, or administrator.
alter table person add column administrator boolean not null default false;

-- Argon2id in PHC form; null for guests and for deleted accounts.
alter table person add column password text;

-- What a person has chosen; null: as the browser has it.
alter table person add column colour text;
alter table person add column language text;
alter table person add column zone text;

-- The account is deleted, and what the person wrote is on its way out too.
alter table person add column erasing boolean not null default false;

-- A session has a number, by which it is named on the profile page.
drop index session_person;
alter table session rename to session_before;
create table session (
  id ${id},
  secret_hash text not null unique,
  person bigint not null references person (id),
  created_at bigint not null,
  used_at bigint not null,
  browser text not null,
  may_reset boolean not null  -- the password may be set anew without the old one
);
insert into session (secret_hash, person, created_at, used_at, browser, may_reset)
  select secret_hash, person, created_at, used_at, '', false from session_before;
drop table session_before;
create index session_person on session (person);

-- Addresses that let somebody in: kind invitation or sign-in.
create table link (
  id ${id},
  secret_hash text not null unique,
  kind text not null,
  made_by bigint not null references person (id),
  person bigint references person (id),  -- whom a sign-in link signs in
  created_at bigint not null,
  expires_at bigint not null,
  uses_left integer not null
);
create index link_made_by on link (made_by);
