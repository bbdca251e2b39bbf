-- What complaints led to.

-- name: outcome_of_facility many
select o.code, o.matter, coalesce(m.name, o.matter) as matter_name, o.verdict, coalesce(v.name, o.verdict) as verdict_name, o.found_on,
	o.review, o.summary, o.answer, o.published_at, o.corrected_at
from outcome o
left join term m on m.list = 'matter' and m.code = o.matter
left join term v on v.list = 'verdict' and v.code = o.verdict
where o.facility_code = :facility_code
order by o.published_at desc, o.code limit 200

-- name: outcome_total one
select count(*) as total from outcome where (:street = '' or street_code = :street) and (:matter = '' or matter = :matter)

-- name: outcome_list many
select o.code, o.facility_code, o.facility_name, coalesce(f.code, '') as facility_page, o.street_code, coalesce(s.name, '') as street_name,
	o.matter, coalesce(m.name, o.matter) as matter_name, o.verdict, coalesce(v.name, o.verdict) as verdict_name, o.found_on,
	o.review, o.summary, o.answer, o.published_at, o.corrected_at
from outcome o
left join facility f on f.code = o.facility_code
left join street s on s.code = o.street_code
left join term m on m.list = 'matter' and m.code = o.matter
left join term v on v.list = 'verdict' and v.code = o.verdict
where (:street = '' or o.street_code = :street) and (:matter = '' or o.matter = :matter)
order by o.published_at desc, o.code limit :most offset :skipped

-- Matters that anything was published of.
-- name: outcome_matters many
select t.code, t.name from term t where t.list = 'matter' and exists (select 1 from outcome o where o.matter = t.code) order by t.position

-- name: outcome_matter maybe
select code from term where list = 'matter' and code = :matter
