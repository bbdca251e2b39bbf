-- What a database says of its own tables, in PostgreSQL's words; the same columns as in ../sqlite/schema.sql.

-- Every table, those it refers to before it, with the text of the queries that read, write and count its rows. A table that
-- refers to itself is not put in order within itself.
-- name: postgresql_tables many
with recursive
named as (select oid, cast(relname as text) as name from pg_catalog.pg_class
	where relkind = 'r' and relnamespace = (select oid from pg_catalog.pg_namespace where nspname = current_schema())),
refers (oid, target) as (
	select conrelid, confrelid from pg_catalog.pg_constraint where contype = 'f' and conrelid <> confrelid),
depth (oid, level) as (
	select oid, 0 from named
	union
	select r.oid, d.level + 1 from refers r join depth d on d.oid = r.target where d.level < 100),
columns (oid, list, parameters) as (
	select attrelid, string_agg(attname, ', ' order by attnum), string_agg(':' || attname, ', ' order by attnum)
	from pg_catalog.pg_attribute where attnum > 0 and not attisdropped group by attrelid)
select n.name as name, 'select ' || c.list || ' from ' || n.name as read_text,
	'insert into ' || n.name || ' (' || c.list || ') values (' || c.parameters || ')' as write_text,
	'select count(*) as n from ' || n.name as count_text
from named n join columns c on c.oid = n.oid join depth d on d.oid = n.oid
group by n.name, c.list, c.parameters
order by max(d.level), n.name
