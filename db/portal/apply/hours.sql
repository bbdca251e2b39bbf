-- Opening hours, as asserted.

-- name: publish_hours none
insert into hours (facility_code, weekday_open, weekday_close, weekend_open, weekend_close, note, asserted_by, asserted_at,
	valid_until, published_at, first_at)
values (:facility_code, :weekday_open, :weekday_close, :weekend_open, :weekend_close, :note, :asserted_by,
	:asserted_at, :valid_until, :published_at, :asserted_at)
on conflict (facility_code) do update set weekday_open = excluded.weekday_open, weekday_close = excluded.weekday_close,
	weekend_open = excluded.weekend_open, weekend_close = excluded.weekend_close, note = excluded.note,
	asserted_by = excluded.asserted_by, asserted_at = excluded.asserted_at, valid_until = excluded.valid_until,
	published_at = excluded.published_at

-- For how long it was out of date, when it was for more than a day: run before publishing and before withdrawing.
-- name: note_lapse_hours none
insert into lapse (facility_code, kind, subject, from_at, until_at)
select h.facility_code, 'hours', :subject, h.valid_until, :published_at
from hours h where h.facility_code = :subject and h.valid_until + 86400 < :published_at

-- name: withdraw_hours none
delete from hours where facility_code = :subject

-- Which facilities it shows on: run after publishing, before withdrawing.
-- name: touch_hours none
insert or ignore into touched (code) values (:subject)
