-- What every page of the office shows.

-- name: desk_district maybe
select name, demo from district

-- name: desk_role maybe
select name as role_name from term where list = 'role' and code = :role
