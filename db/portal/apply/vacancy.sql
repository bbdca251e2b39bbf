-- Vacancy of a programme, as asserted.

-- name: publish_vacancy none
insert into vacancy (programme_code, has_vacancy, vacancy, vacancy_from, asserted_by, asserted_at, valid_until, published_at, first_at, room_since,
	told_at)
values (:programme_code, :has_vacancy, :vacancy, :vacancy_from, :asserted_by, :asserted_at, :valid_until, :published_at, :asserted_at,
	case when :has_vacancy = 1 then :asserted_at end,
	case when (select f.first_at from programme p join facility f on f.code = p.facility_code where p.code = :programme_code) + 600 < :published_at
		then :published_at else :asserted_at end)
on conflict (programme_code) do update set has_vacancy = excluded.has_vacancy, vacancy = excluded.vacancy,
	vacancy_from = excluded.vacancy_from, asserted_by = excluded.asserted_by, asserted_at = excluded.asserted_at, valid_until = excluded.valid_until,
	published_at = excluded.published_at, told_at = excluded.published_at,
	room_since = case when excluded.has_vacancy = 1 and has_vacancy = 1 and valid_until + 86400 >= excluded.asserted_at
		then room_since else excluded.room_since end

-- For how long it was out of date, when it was for more than a day: run before publishing and before withdrawing.
-- name: note_lapse_vacancy none
insert into lapse (facility_code, kind, subject, from_at, until_at)
select p.facility_code, 'vacancy', :subject, v.valid_until, :published_at
from vacancy v join programme p on p.code = v.programme_code where v.programme_code = :subject and v.valid_until + 86400 < :published_at

-- name: withdraw_vacancy none
delete from vacancy where programme_code = :subject

-- Which facilities it shows on: run after publishing, before withdrawing.
-- name: touch_vacancy none
insert or ignore into touched (code) select facility_code from programme where code = :subject
