-- The conversation of exactly these people: their numbers, sorted and joined by commas.
create table direct (
  log bigint primary key references log (id),
  people text not null unique
);

create table direct_person (
  log bigint not null references direct (log),
  person bigint not null references person (id),
  primary key (log, person)
);
create index direct_person_person on direct_person (person);

-- state: 'asked' while only person wants it; 'contact', then there is a row for either side.
create table contact (
  person bigint not null references person (id) on delete cascade,
  other bigint not null references person (id) on delete cascade,
  state text not null,
  at bigint not null,
  primary key (person, other)
);
create index contact_other on contact (other);

-- Other cannot write to person directly, and is not told.
create table block (
  person bigint not null references person (id) on delete cascade,
  other bigint not null references person (id) on delete cascade,
  at bigint not null,
  primary key (person, other)
);
create index block_other on block (other);

-- Who may write to the person: 'everybody' or 'contacts'.
alter table person add column writers text not null default 'everybody';
