-- Texts are compared and sorted by their characters' numbers, as SQLite does it, whatever order the
-- database was made with; and only A to Z have small letters.
do $$
declare
  here record;
begin
  for here in
    select table_name, column_name from information_schema.columns
    where table_schema = current_schema() and data_type = 'text'
      and collation_name is distinct from 'C' and table_name <> 'flyway_schema_history'
  loop
    execute format(
      'alter table %I alter column %I type text collate "C"', here.table_name, here.column_name);
  end loop;
end
$$;
