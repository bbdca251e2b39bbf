-- Opening hours, as asserted.

-- name: publish_hours none
insert into hours (facility_code, weekday_open, weekday_close, weekend_open, weekend_close, note, asserted_by, asserted_at,
	valid_until)
values (:facility_code, :weekday_open, :weekday_close, :weekend_open, :weekend_close, :note, :asserted_by,
	:asserted_at, :valid_until)
on conflict (facility_code) do update set weekday_open = excluded.weekday_open, weekday_close = excluded.weekday_close,
	weekend_open = excluded.weekend_open, weekend_close = excluded.weekend_close, note = excluded.note,
	asserted_by = excluded.asserted_by, asserted_at = excluded.asserted_at, valid_until = excluded.valid_until

-- name: withdraw_hours none
delete from hours where facility_code = :subject

-- Which facilities it shows on: run after publishing, before withdrawing.
-- name: touch_hours none
insert or ignore into touched (code) values (:subject)
