-- Changes of a message are entries of their own: kind edit, delete, react, unreact.
-- ref is the number of the message that an entry is about: the one changed, or replied to.
alter table entry add column ref bigint;

-- The text of a message after its last edit; text stays what its author first sent.
alter table entry add column amended text;

-- A deleted message and its edits have no text any more; their places stay.
alter table entry add column deleted boolean not null default false;

create index entry_ref on entry (log, ref) where ref is not null;

-- Who reacts to a message now.
create table reaction (
  log bigint not null,
  seq bigint not null,
  emoji text not null,
  person bigint not null references person (id),
  since bigint not null,  -- the number of the entry by which it began
  primary key (log, seq, emoji, person),
  foreign key (log, seq) references entry (log, seq)
);
