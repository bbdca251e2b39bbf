-- A day off or a make-up workday.

-- name: publish_workday none
insert into workday (day, works, name, notice)
values (:day, :works, :name, :notice)
on conflict (day) do update set works = excluded.works, name = excluded.name, notice = excluded.notice

-- name: withdraw_workday none
delete from workday where day = :subject
