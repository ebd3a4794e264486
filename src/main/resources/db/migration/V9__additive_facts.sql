-- What all nodes have to agree on: store, the name of this store where others use the same Redis;
-- setup, the token of the first administrator until there is one.
create table fact (
  name text primary key,
  value text not null
);
