-- What lets a reader judge a facility at a glance: see public/facilities/trust.h.

-- name: trust_one one
select l.filing_state, coalesce(g.name, l.filing_state) as filing_state_name, l.carers,
	case when l.carers > 0 then round(l.places * 1.0 / l.carers, 1) end as places_per_carer, l.stated_at, l.fresh_until,
	(select count(*) from outcome o where o.facility_code = l.code and o.published_at >= :recent_since) as recent_outcomes
from listing l
left join term g on g.list = 'filing_state' and g.code = l.filing_state
where l.id = :id

-- The times within which its facts were out of date, the first that began first.
-- name: trust_lapses many
select from_at, until_at from lapse where facility_code = :code and until_at > :counted_from order by from_at limit :most
