-- What a database says of its own tables, in SQLite's words; the same columns as in ../postgresql/schema.sql.

-- Every table, those it refers to before it, with the text of the queries that read, write and count its rows. A table that
-- refers to itself is not put in order within itself.
-- name: sqlite_tables many
with recursive
named as (select name from sqlite_schema where type = 'table' and substr(name, 1, 7) <> 'sqlite_'),
refers (name, target) as (
	select n.name, f."table" from named n join pragma_foreign_key_list(n.name) f where f."table" <> n.name),
depth (name, level) as (
	select name, 0 from named
	union
	select r.name, d.level + 1 from refers r join depth d on d.name = r.target where d.level < 100),
columns (name, list, parameters) as (
	select name, group_concat(c, ', '), group_concat(':' || c, ', ')
	from (select n.name as name, i.name as c from named n join pragma_table_info(n.name) i order by n.name, i.cid)
	group by name)
select c.name as name, 'select ' || c.list || ' from ' || c.name as read_text,
	'insert into ' || c.name || ' (' || c.list || ') values (' || c.parameters || ')' as write_text,
	'select count(*) as n from ' || c.name as count_text
from columns c join depth d on d.name = c.name
group by c.name, c.list, c.parameters
order by max(d.level), c.name
