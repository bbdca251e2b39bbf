-- Fee of a programme, as asserted.

-- name: publish_fee none
insert into fee (programme_code, fee_fen, fee_unit, meal_fee_fen, asserted_by, asserted_at, valid_until)
values (:programme_code, :fee_fen, :fee_unit, :meal_fee_fen, :asserted_by, :asserted_at, :valid_until)
on conflict (programme_code) do update set fee_fen = excluded.fee_fen, fee_unit = excluded.fee_unit, meal_fee_fen = excluded.meal_fee_fen,
	asserted_by = excluded.asserted_by, asserted_at = excluded.asserted_at, valid_until = excluded.valid_until

-- name: withdraw_fee none
delete from fee where programme_code = :subject

-- Which facilities it shows on: run after publishing, before withdrawing.
-- name: touch_fee none
insert or ignore into touched (code) select facility_code from programme where code = :subject
