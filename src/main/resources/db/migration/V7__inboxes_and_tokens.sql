-- A person's inbox is a log. It is made when there is first need of it; person is null when that
-- person is no more.
create table inbox (
  log bigint primary key references log (id),
  person bigint unique references person (id) on delete set null,
  read_seq bigint not null  -- everything up to this number has been seen
);

-- Entries of which somebody is to be told who may be elsewhere, and has not been yet.
create table news_due (
  log bigint not null,
  seq bigint not null,
  primary key (log, seq),
  foreign key (log, seq) references entry (log, seq)
);

-- The same for contacts: person has asked other, or accepted.
create table contact_due (
  person bigint not null references person (id) on delete cascade,
  other bigint not null references person (id) on delete cascade,  -- who is to be told
  accepted boolean not null,
  at bigint not null,
  primary key (person, other, accepted)
);

-- Which events of inboxes quote a message; they lose its text when it is deleted.
create table quote (
  log bigint not null,
  seq bigint not null,
  inbox bigint not null,
  event bigint not null,
  primary key (log, seq, inbox),
  foreign key (inbox, event) references entry (log, seq) on delete cascade
);
create index quote_event on quote (inbox, event);

-- What other applications show to be let in. Each speaks as a person of its own, who cannot sign in.
create table api_token (
  secret_hash text primary key,
  person bigint not null unique references person (id),
  label text not null,
  made_by bigint references person (id) on delete set null,
  created_at bigint not null,
  used_at bigint,
  revoked_at bigint
);
