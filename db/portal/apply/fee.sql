-- Fee of a programme, as asserted.

-- name: publish_fee none
insert into fee (programme_code, fee_fen, fee_unit, meal_fee_fen, subsidy_fen, asserted_by, asserted_at, valid_until, published_at, first_at,
	told_at)
values (:programme_code, :fee_fen, :fee_unit, :meal_fee_fen, :subsidy_fen, :asserted_by, :asserted_at, :valid_until, :published_at, :asserted_at,
	case when (select f.first_at from programme p join facility f on f.code = p.facility_code where p.code = :programme_code) + 600 < :published_at
		then :published_at else :asserted_at end)
on conflict (programme_code) do update set fee_fen = excluded.fee_fen, fee_unit = excluded.fee_unit, meal_fee_fen = excluded.meal_fee_fen,
	subsidy_fen = excluded.subsidy_fen, asserted_by = excluded.asserted_by, asserted_at = excluded.asserted_at, valid_until = excluded.valid_until,
	published_at = excluded.published_at, told_at = excluded.published_at

-- For how long it was out of date, when it was for more than a day: run before publishing and before withdrawing.
-- name: note_lapse_fee none
insert into lapse (facility_code, kind, subject, from_at, until_at)
select p.facility_code, 'fee', :subject, w.valid_until, :published_at
from fee w join programme p on p.code = w.programme_code where w.programme_code = :subject and w.valid_until + 86400 < :published_at

-- name: withdraw_fee none
delete from fee where programme_code = :subject

-- Which facilities it shows on: run after publishing, before withdrawing.
-- name: touch_fee none
insert or ignore into touched (code) select facility_code from programme where code = :subject
