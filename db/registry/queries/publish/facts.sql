-- What the registry would publish now: for each kind of publication one query "facts_KIND". The column subject says of what;
-- the other columns are the published body, under the names the edition's apply/KIND.sql takes.
-- :only is the code of one facility, or '' for all; kinds that are of no facility give nothing when it is set. Codes from :only to
-- :until are meant, which an index finds: one facility among many costs no more than among few.
-- "vanished_KIND" lists what is still published and no longer in the registry.

-- name: facts_district many
select code as subject, code, name, city, filing_authority, phone, outline, demo from district where :only = ''
-- name: vanished_district many
select subject from published where kind = 'district' and not exists (select 1 from district where code = subject)

-- name: facts_rule many
select key || ' ' || jurisdiction || ' ' || effective_from as subject, key, jurisdiction, value, unit, effective_from, effective_to,
	source, severity
from rule where :only = '' order by key, jurisdiction, effective_from
-- name: vanished_rule many
select subject from published where kind = 'rule'
	and not exists (select 1 from rule where key || ' ' || jurisdiction || ' ' || effective_from = subject)

-- name: facts_workday many
select day as subject, day, works, name, notice from workday where :only = '' order by day
-- name: vanished_workday many
select subject from published where kind = 'workday' and not exists (select 1 from workday where day = subject)

-- name: facts_term many
select list || ' ' || code as subject, list, code, name, position from term where :only = '' order by list, position, code
-- name: vanished_term many
select subject from published where kind = 'term' and not exists (select 1 from term where list || ' ' || code = subject)

-- name: facts_phrase many
select words as subject, words, pinyin from phrase where :only = '' order by words
-- name: vanished_phrase many
select subject from published where kind = 'phrase' and not exists (select 1 from phrase where words = subject)

-- name: facts_lexicon many
select words || ' ' || role as subject, words, role, value from lexicon where :only = '' order by words, role
-- name: vanished_lexicon many
select subject from published where kind = 'lexicon' and not exists (select 1 from lexicon where words || ' ' || role = subject)

-- name: facts_place_affix many
select kind || ' ' || way || ' ' || affix as subject, kind, way, affix from place_affix where :only = '' order by kind, way, affix
-- name: vanished_place_affix many
select subject from published where kind = 'place_affix'
	and not exists (select 1 from place_affix where kind || ' ' || way || ' ' || affix = subject)

-- name: facts_place many
select code as subject, code, kind, name, street_code, lat, lon, precision_m, path, source from place where :only = '' order by code
-- name: vanished_place many
select subject from published where kind = 'place' and not exists (select 1 from place where code = subject)

-- name: facts_walk_tile many
select code as subject, code, walks from walk_tile where :only = '' order by code
-- name: vanished_walk_tile many
select subject from published where kind = 'walk_tile' and not exists (select 1 from walk_tile where code = subject)

-- name: facts_street many
select code as subject, code, name, lat, lon, outline, position from street where :only = '' order by code
-- name: vanished_street many
select subject from published where kind = 'street' and not exists (select 1 from street where code = subject)

-- name: facts_community many
select code as subject, code, name, street_code, lat, lon from community where :only = '' order by code
-- name: vanished_community many
select subject from published where kind = 'community' and not exists (select 1 from community where code = subject)

-- name: facts_facility many
select code as subject, code, name, kind, street_code, community_code, address, lat, lon, phone, website, operator, uscc, filing_state,
	filing_number, filed_on, opened_on, inclusive, inclusive_from, indoor_m2, outdoor_m2, floors, head_name, carers, health_workers,
	guards, meals, summary, closed_on
from facility where code between :only and :until order by code
-- name: vanished_facility many
select subject from published where kind = 'facility' and not exists (select 1 from facility where code = subject)

-- name: facts_hours many
select facility_code as subject, facility_code, weekday_open, weekday_close, weekend_open, weekend_close, note, asserted_by,
	asserted_at, valid_until
from hours where facility_code between :only and :until order by facility_code
-- name: vanished_hours many
select subject from published where kind = 'hours' and not exists (select 1 from hours where facility_code = subject)

-- name: facts_programme many
select code as subject, code, facility_code, name, class_kind, age_from_months, age_to_months, mode, places
from programme where facility_code between :only and :until order by facility_code, code
-- name: vanished_programme many
select subject from published where kind = 'programme' and not exists (select 1 from programme where code = subject)

-- name: facts_vacancy many
select v.programme_code as subject, v.programme_code, v.has_vacancy, v.vacancy, v.vacancy_from, v.asserted_by, v.asserted_at, v.valid_until
from programme p join vacancy v on v.programme_code = p.code
where p.facility_code between :only and :until order by p.facility_code, p.code
-- name: vanished_vacancy many
select subject from published where kind = 'vacancy' and not exists (select 1 from vacancy where programme_code = subject)

-- name: facts_fee many
select v.programme_code as subject, v.programme_code, v.fee_fen, v.fee_unit, v.meal_fee_fen, v.subsidy_fen, v.asserted_by, v.asserted_at,
	v.valid_until
from programme p join fee v on v.programme_code = p.code
where p.facility_code between :only and :until order by p.facility_code, p.code
-- name: vanished_fee many
select subject from published where kind = 'fee' and not exists (select 1 from fee where programme_code = subject)

-- Of a finding only what its approver published. No number of the case: who reported knows it, and nobody else shall.
-- name: facts_outcome many
select code as subject, code, version, facility_code, facility_name, street_code, matter,
	case when review_verdict <> '' then review_verdict else verdict end as verdict, review, found_on, summary, answer
from outcome where state = 'PUBLISHED' and facility_code between :only and :until order by facility_code, code
-- name: vanished_outcome many
select subject from published where kind = 'outcome' and not exists (select 1 from outcome where code = subject and state = 'PUBLISHED')
