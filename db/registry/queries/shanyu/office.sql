-- The office's first data: departments, the routing matrix and texts of replies. What the office may edit is only put where it is missing.

-- name: department_put none
insert into department (code, name, kind, position, mail) values (:code, :name, :kind, :position, coalesce(cast(:mail as text), ''))
on conflict (code) do update set name = excluded.name, kind = excluded.kind, position = excluded.position, mail = excluded.mail

-- The office of every street, after the departments of the district.
-- name: department_streets none
insert into department (code, name, kind, position) select code, name, 'STREET', 100 + position from street where true
on conflict (code) do update set name = excluded.name, kind = excluded.kind, position = excluded.position

-- name: routing_rule_first none
insert into routing_rule (code, position, matter, kind, lead, assists, note, active, changed_at, changed_by)
values (:code, :position, coalesce(cast(:matter as text), ''), coalesce(cast(:kind as text), ''), :lead,
	coalesce(cast(:assists as text), ''), :note, 1, 0, 'shanyu')
on conflict (code) do nothing

-- name: reply_template_first none
insert into reply_template (code, title, kind, state, text, active, changed_at, changed_by)
values (:code, :title, coalesce(cast(:kind as text), ''), coalesce(cast(:state as text), ''), :text, 1, 0, 'shanyu')
on conflict (code) do nothing

-- name: matter_word_put none
insert into matter_word (word, matter, weight) values (:word, :matter, :weight)
on conflict (word) do update set matter = excluded.matter, weight = excluded.weight

-- Evidence as it came, numbered as on the page of its case.
-- name: original_one maybe
with numbered as (
select row_number() over (order by coalesce(e.message, 0), e.position, e.name) as position, e.name, e.declared, e.size, e.sha256, e.sealed_size
from case_file e join cases c on c.receipt_lookup = e.receipt_lookup where c.number = :number
)
select name, declared, size, sha256, sealed_size from numbered where position = :position

-- name: original_parts many
select bytes from case_file_part where file = :name order by position

-- name: name_word_put none
insert into name_word (word, part) values (:word, :part) on conflict (word, part) do nothing

-- name: attachment_original maybe
select name, size, sha256, coalesce(emptied_at, 0) as emptied_at from attachment
where procedure = :procedure and number = :number and position = :position and kind <> ''

-- name: attachment_original_parts many
select bytes from attachment_part where procedure = :procedure and number = :number and attachment = :position order by position
