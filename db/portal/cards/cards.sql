-- Of what cards are drawn: pictures that are shown where a facility's page is shared.

-- The next facilities by their codes.
-- name: card_next many
select f.code, f.name, coalesce(k.name, f.kind) as kind_name, coalesce(s.name, '') as street_name, coalesce(g.name, f.filing_state) as filing_state_name,
	f.inclusive, f.published_at, d.name as district_name, d.demo
from facility f
left join term k on k.list = 'kind' and k.code = f.kind
left join street s on s.code = f.street_code
left join term g on g.list = 'filing_state' and g.code = f.filing_state
left join district d on d.code = (select min(code) from district)
where f.code > :code and f.closed_on is null
order by f.code limit :most
