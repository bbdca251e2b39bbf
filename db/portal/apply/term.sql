-- The name of a code.

-- name: publish_term none
insert into term (subject, list, code, name, position)
values (:subject, :list, :code, :name, :position)
on conflict (subject) do update set list = excluded.list, code = excluded.code, name = excluded.name, position = excluded.position

-- name: withdraw_term none
delete from term where subject = :subject

-- Which facilities it shows on: run after publishing, before withdrawing.
-- name: touch_term none
insert or ignore into touched (code) select f.code from facility f, term t
where t.subject = :subject and ((t.list = 'kind' and f.kind = t.code) or t.list in ('mode', 'fee_unit'))
