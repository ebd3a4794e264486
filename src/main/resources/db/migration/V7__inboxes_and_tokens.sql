-- A person's inbox is a log. It is made when there is first need of it; person is null when that
-- person is no more.
create table inbox (
  log bigint primary key references log (id),
  person bigint unique references person (id) on delete set null,
  read_seq bigint not null  -- everything up to this number has been seen
);

-- Messages with an @ whose mentions are not all in their inboxes yet.
create table mention_due (
  log bigint not null,
  seq bigint not null,
  primary key (log, seq),
  foreign key (log, seq) references entry (log, seq)
);

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
