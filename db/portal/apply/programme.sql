-- A programme: whom it takes, how, how many.

-- name: publish_programme none
insert into programme (code, facility_code, name, class_kind, age_from_months, age_to_months, mode, places, published_at, told_at)
values (:code, :facility_code, :name, :class_kind, :age_from_months, :age_to_months, :mode, :places, :published_at,
	case when (select f.first_at from facility f where f.code = :facility_code) + 600 < :published_at then :published_at else 0 end)
on conflict (code) do update set facility_code = excluded.facility_code, name = excluded.name, class_kind = excluded.class_kind,
	age_from_months = excluded.age_from_months, age_to_months = excluded.age_to_months, mode = excluded.mode,
	places = excluded.places, published_at = excluded.published_at,
	told_at = case when (age_from_months, age_to_months, mode) is (excluded.age_from_months, excluded.age_to_months, excluded.mode)
		then told_at else excluded.published_at end

-- name: withdraw_programme none
delete from programme where code = :subject

-- Which facilities it shows on: run after publishing, before withdrawing.
-- name: touch_programme none
insert or ignore into touched (code) select facility_code from programme where code = :subject
