-- Accounts of the office, and the dated rules of signing in.

-- name: account_one maybe
select a.name as name, a.full_name as full_name, a.role as role, a.scope as scope, a.department as department, coalesce(d.name, '') as department_name,
	a.state as state, a.password as password, a.password_changed_at as password_changed_at, a.totp_secret as totp_secret,
	a.totp_step as totp_step, a.created_at as created_at, a.created_by as created_by, a.changed_at as changed_at
from account a left join department d on d.code = a.department
where a.name = :name

-- What an administrator sees: nothing that opens a door.
-- name: account_list many
select a.name as name, a.full_name as full_name, a.role as role, a.scope as scope, a.department as department, coalesce(d.name, '') as department_name,
	a.state as state, a.totp_secret is not null as has_totp, a.created_at as created_at, a.created_by as created_by,
	a.changed_at as changed_at, (select max(s.seen_at) from session s where s.account = a.name and s.stage = 'FULL') as seen_at,
	(select count(*) from session s where s.account = a.name and s.stage = 'FULL' and s.ends_at > :now) as sessions
from account a left join department d on d.code = a.department
order by a.name

-- name: account_add none
insert into account (name, full_name, role, scope, department, state, password, password_changed_at, totp_secret, totp_step, created_at,
	created_by, changed_at)
values (:name, :full_name, :role, :scope, :department, 'INVITED', :password, :now, null, 0, :now, :created_by, :now)
on conflict (name) do nothing

-- name: account_change none
update account set full_name = :full_name, role = :role, scope = :scope, department = :department, changed_at = :now where name = :name

-- name: account_set_state none
update account set state = :state, changed_at = :now where name = :name

-- name: account_set_password none
update account set password = :password, password_changed_at = :now, changed_at = :now where name = :name

-- name: account_set_totp none
update account set totp_secret = :totp_secret, totp_step = :totp_step, changed_at = :now where name = :name

-- A time step is taken once, also when two ask at the same moment.
-- name: account_take_step none
update account set totp_step = :totp_step where name = :name and totp_step < :totp_step

-- name: account_department maybe
select kind from department where code = :department

-- name: account_departments many
select code, name, kind from department order by position, code

-- Words of this district that no password may be made of.
-- name: account_district maybe
select code, name, demo from district limit 1

-- name: account_rule maybe
select value from rule
where key = :key and effective_from <= :day and (effective_to is null or effective_to >= :day)
order by
@most_local_first
limit 1
