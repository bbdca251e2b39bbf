-- What a complaint led to. One published anew is corrected; one withdrawn is gone.

-- name: publish_outcome none
insert into outcome (code, version, facility_code, facility_name, street_code, matter, verdict, review, found_on, summary, answer, published_at)
values (:code, :version, :facility_code, :facility_name, :street_code, :matter, :verdict, coalesce(:review, ''), :found_on, :summary, :answer, :published_at)
on conflict (code) do update set version = excluded.version, facility_code = excluded.facility_code,
	facility_name = excluded.facility_name, street_code = excluded.street_code, matter = excluded.matter, verdict = excluded.verdict, review = excluded.review,
	found_on = excluded.found_on, summary = excluded.summary, answer = excluded.answer,
	corrected_at = case when version = excluded.version then corrected_at else excluded.published_at end

-- name: withdraw_outcome none
delete from outcome where code = :subject
