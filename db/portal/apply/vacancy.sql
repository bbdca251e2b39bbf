-- Vacancy of a programme, as asserted.

-- name: publish_vacancy none
insert into vacancy (programme_code, has_vacancy, vacancy, asserted_by, asserted_at, valid_until)
values (:programme_code, :has_vacancy, :vacancy, :asserted_by, :asserted_at, :valid_until)
on conflict (programme_code) do update set has_vacancy = excluded.has_vacancy, vacancy = excluded.vacancy, asserted_by = excluded.asserted_by,
	asserted_at = excluded.asserted_at, valid_until = excluded.valid_until

-- name: withdraw_vacancy none
delete from vacancy where programme_code = :subject

-- Which facilities it shows on: run after publishing, before withdrawing.
-- name: touch_vacancy none
insert or ignore into touched (code) select facility_code from programme where code = :subject
