-- Times are milliseconds since 1970-01-01T00:00Z.

create table person (
  id ${id},
  name text not null unique,
  display text not null,
  guest boolean not null,
  created_at bigint not null
);

create table session (
  secret_hash text primary key,
  person bigint not null references person (id),
  created_at bigint not null,
  used_at bigint not null
);
create index session_person on session (person);

-- Everything a person can read is a log. head is the number of its newest entry.
create table log (
  id ${id},
  head bigint not null,
  changed_at bigint
);

create table room (
  log bigint primary key references log (id),
  name text not null unique,
  created_at bigint not null
);

-- The entries of a log are numbered 1, 2, 3 without gaps.
-- id is chosen by the author's client; sending an entry again under the same id adds nothing.
create table entry (
  log bigint not null references log (id),
  seq bigint not null,
  kind text not null,
  author bigint not null references person (id),
  id text,
  at bigint not null,
  text text not null,
  primary key (log, seq),
  unique (author, id)
);
