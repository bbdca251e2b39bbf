-- Kinds of facility where they are chosen: what each is, and what it costs about. Read once, when they are first shown.

-- What a kind costs: of its commonest class (way of care and unit of fee) the fees of today, without the lowest and the highest tenth. The
-- inclusive ones of all kinds count as a kind of their own.
-- name: kind_costs many
with class as (
	select l.kind, q.mode, q.fee_unit, q.fee_fen from listing l join listing_programme q on q.listing_id = l.id
	where q.fee_fen is not null and q.fee_until >= :today
	union all
	select 'INCLUSIVE', q.mode, q.fee_unit, q.fee_fen from listing l join listing_programme q on q.listing_id = l.id
	where l.inclusive = 1 and q.fee_fen is not null and q.fee_until >= :today),
placed as (
	select kind, mode, fee_unit, fee_fen, row_number() over (partition by kind, mode, fee_unit order by fee_fen) as place,
		count(*) over (partition by kind, mode, fee_unit) as classes from class),
cost as (
	select kind, mode, fee_unit, classes, min(case when place * 10 > classes then fee_fen end) as low_fen,
		max(case when (place - 1) * 10 < classes * 9 then fee_fen end) as high_fen
	from placed group by kind, mode, fee_unit, classes),
commonest as (
	select c.*, m.name as mode_name, u.name as fee_unit_name,
		row_number() over (partition by c.kind order by c.classes desc, m.position, u.position) as place
	from cost c join term m on m.list = 'mode' and m.code = c.mode join term u on u.list = 'fee_unit' and u.code = c.fee_unit)
select kind, mode_name, fee_unit_name, low_fen, high_fen from commonest where place = 1

-- name: kind_notes many
select code, name from term where list = 'kind_note'
