-- A dated threshold or limit.

-- name: publish_rule none
insert into rule (subject, key, jurisdiction, value, unit, effective_from, effective_to, source, severity)
values (:subject, :key, :jurisdiction, :value, :unit, :effective_from, :effective_to, :source, :severity)
on conflict (subject) do update set key = excluded.key, jurisdiction = excluded.jurisdiction, value = excluded.value, unit = excluded.unit,
	effective_from = excluded.effective_from, effective_to = excluded.effective_to, source = excluded.source,
	severity = excluded.severity

-- name: withdraw_rule none
delete from rule where subject = :subject
