-- One facility's page.

-- name: facility_one maybe
select f.*,
	coalesce(k.name, f.kind) as kind_name, coalesce(s.name, '') as street_name, coalesce(c.name, '') as community_name,
	coalesce(g.name, f.filing_state) as filing_state_name, coalesce(m.name, '') as meals_name,
	h.weekday_open, h.weekday_close, h.weekend_open, h.weekend_close, h.note as hours_note, h.asserted_by as hours_asserted_by,
	h.asserted_at as hours_asserted_at, h.valid_until as hours_until
from facility f
left join term k on k.list = 'kind' and k.code = f.kind
left join street s on s.code = f.street_code
left join community c on c.code = f.community_code
left join term g on g.list = 'filing_state' and g.code = f.filing_state
left join term m on m.list = 'meals' and m.code = f.meals
left join hours h on h.facility_code = f.code
where f.code = :code

-- name: facility_programmes many
select p.code, p.name, p.class_kind, coalesce(k.name, '') as class_kind_name, p.age_from_months, p.age_to_months, p.mode,
	coalesce(m.name, p.mode) as mode_name, p.places,
	v.has_vacancy, v.vacancy, v.vacancy_from, v.asserted_by as vacancy_asserted_by, v.asserted_at as vacancy_asserted_at, v.valid_until as vacancy_until,
	w.fee_fen, w.fee_unit, coalesce(u.name, w.fee_unit) as fee_unit_name, w.meal_fee_fen, w.subsidy_fen, w.asserted_by as fee_asserted_by,
	w.asserted_at as fee_asserted_at, w.valid_until as fee_until
from programme p
left join term k on k.list = 'class_kind' and k.code = p.class_kind
left join term m on m.list = 'mode' and m.code = p.mode
left join vacancy v on v.programme_code = p.code
left join fee w on w.programme_code = p.code
left join term u on u.list = 'fee_unit' and u.code = w.fee_unit
where p.facility_code = :facility_code
order by p.age_from_months, p.mode, p.code

-- name: facility_others_of_operator one
select count(*) as others from listing where operator = :operator and code <> :code

-- name: facility_addresses many
select code, published_at from facility where closed_on is null order by id limit :most offset :skip

-- name: facility_address_count one
select count(*) as total from facility where closed_on is null
