-- A leading ~ is kept for the keys of private rooms; a room that has it from before gets another name.
update room set name = '～' || substr(name, 2, 48) || ' ' || log where name like '~%';

-- name is what stands in URLs: of a private room the key that nobody can guess.
-- Its title is what people read; null: the name.
alter table room add column private boolean not null default false;
alter table room add column title text;
alter table room add column topic text not null default '';
alter table room add column read_only boolean not null default false;
alter table room add column slow_seconds integer not null default 0;
alter table room add column archived_at bigint;

-- What a person is in a room: owner, moderator, member; none for whoever is only named in its log.
create table member (
  log bigint not null references room (log),
  person bigint not null references person (id),
  role text not null,
  joined_at bigint not null,
  primary key (log, person)
);
create index member_person on member (person);

-- Who may not come in, and who may not speak; without an end where ends_at is null.
create table ban (
  log bigint not null references room (log),
  person bigint not null references person (id),
  ends_at bigint,
  made_by bigint not null references person (id),
  made_at bigint not null,
  primary key (log, person)
);
create table mute (
  log bigint not null references room (log),
  person bigint not null references person (id),
  ends_at bigint,
  made_by bigint not null references person (id),
  made_at bigint not null,
  primary key (log, person)
);
