-- The Human Services Data Specification: what a service says beyond a listing.

-- Who runs it is one organisation wherever it stands: by its credit code, by the code that the same name has elsewhere, or by its name.
-- name: hsds_facility maybe
with asked as (
select f.*, case when f.uscc <> '' or f.operator = '' then f.uscc
	else coalesce((select min(o.uscc) from facility o where o.operator = f.operator and o.uscc > ''), '') end as organization_uscc
from facility f where f.id = :id)
select a.code, a.name, a.kind, coalesce(k.name, a.kind) as kind_name, a.address, a.lat, a.lon, a.phone, a.summary, a.published_at,
	coalesce(g.name, a.filing_state) as filing_state_name, a.filing_number, coalesce(s.name, '') as street_name,
	a.organization_uscc,
	coalesce(case when a.organization_uscc <> ''
		then (select min(o.operator) from facility o where o.uscc = a.organization_uscc and o.operator > '') end, a.operator) as organization_name,
	h.weekday_open, h.weekday_close, h.weekend_open, h.weekend_close, h.note as hours_note, h.asserted_at as hours_asserted_at,
	h.valid_until as hours_until
from asked a
left join term k on k.list = 'kind' and k.code = a.kind
left join term g on g.list = 'filing_state' and g.code = a.filing_state
left join street s on s.code = a.street_code
left join hours h on h.facility_code = a.code
