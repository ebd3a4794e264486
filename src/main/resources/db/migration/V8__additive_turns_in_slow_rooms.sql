-- When somebody has spoken last in a room in slow mode.
create table turn (
  log bigint not null references log (id),
  person bigint not null references person (id) on delete cascade,
  at bigint not null,
  primary key (log, person)
);
