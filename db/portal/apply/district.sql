-- The district itself: its name, and whether it is a demonstration.

-- name: publish_district none
insert into district (code, name, city, filing_authority, phone, outline, demo)
values (:code, :name, :city, :filing_authority, :phone, :outline, :demo)
on conflict (code) do update set name = excluded.name, city = excluded.city, filing_authority = excluded.filing_authority,
	phone = excluded.phone, outline = excluded.outline, demo = excluded.demo

-- name: withdraw_district none
delete from district where code = :subject
