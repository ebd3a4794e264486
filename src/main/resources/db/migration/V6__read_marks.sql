-- How far a person has read a log, and what of it counts as unread: 'everything', 'mentions' of the
-- person, or 'nothing'. A log in which a person has a mark is among the person's rooms.
create table read_mark (
  person bigint not null references person (id) on delete cascade,
  log bigint not null references log (id) on delete cascade,
  seq bigint not null,
  level text not null default 'everything',
  at bigint not null,
  primary key (person, log)
);
create index read_mark_log on read_mark (log);

-- When the person last had a window open; kept about once a minute.
alter table person add column seen_at bigint;

-- Whether the person's read marks in direct conversations are shown, and shows those of others.
alter table person add column receipts boolean not null default true;
