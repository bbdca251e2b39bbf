-- Accounts of the office, and the dated rules of signing in.

-- name: account_one maybe
select a.name as name, a.full_name as full_name, a.department as department, coalesce(d.name, '') as department_name,
	a.state as state, a.password as password, a.password_changed_at as password_changed_at, a.totp_secret as totp_secret,
	a.totp_step as totp_step, a.created_at as created_at, a.created_by as created_by, a.changed_at as changed_at
from account a left join department d on d.code = a.department
where a.name = :name

-- What an administrator sees: nothing that opens a door.
-- name: account_list many
select a.name as name, a.full_name as full_name, a.department as department, coalesce(d.name, '') as department_name,
	a.state as state, a.totp_secret is not null as has_totp, a.created_at as created_at, a.created_by as created_by,
	a.changed_at as changed_at, (select max(s.seen_at) from session s where s.account = a.name and s.stage = 'FULL') as seen_at,
	(select count(*) from session s where s.account = a.name and s.stage = 'FULL' and s.ends_at > :now) as sessions
from account a left join department d on d.code = a.department
order by a.name

-- name: account_add none
insert into account (name, full_name, department, state, password, password_changed_at, totp_secret, totp_step, created_at,
	created_by, changed_at)
values (:name, :full_name, :department, 'INVITED', :password, :now, null, 0, :now, :created_by, :now)
on conflict (name) do nothing

-- name: account_change none
update account set full_name = :full_name, department = :department, changed_at = :now where name = :name

-- What accounts hold: their roles and what they see, the codes of each one text with blanks between, the names one with commas; each row is one
-- piece of such a text. :first and :last are the same name, or the ends of all names.
-- name: account_held many
with held as (
	select h.account, 'role' as what, h.role as code, coalesce(t.name, h.role) as name, coalesce(t.position, 0) as position
	from account_role h left join term t on t.list = 'role' and t.code = h.role
	where h.account >= :first and h.account <= :last
	union all
	select w.account, 'scope' as what, case when w.kind = 'DISTRICT' then w.kind else w.kind || '-' || w.code end as code,
		case when w.kind = 'DISTRICT' then '全区' else coalesce(s.name, d.name, f.name, w.code) end as name,
		case w.kind when 'DISTRICT' then 0 when 'STREET' then 1 when 'DEPARTMENT' then 2 when 'FACILITY' then 3 else 4 end as position
	from account_scope w
	left join street s on w.kind = 'STREET' and s.code = w.code
	left join department d on w.kind = 'DEPARTMENT' and d.code = w.code
	left join facility f on w.kind = 'FACILITY' and f.code = w.code
	where w.account >= :first and w.account <= :last
)
select account, what, case when row_number() over (partition by account, what order by position, code) = 1 then '' else ' ' end || code as code,
	case when row_number() over (partition by account, what order by position, code) = 1 then '' else '、' end || name as name
from held order by account, what, position, held.code

-- name: account_roles_remove none
delete from account_role where account = :account

-- name: account_role_add none
insert into account_role (account, role) values (:account, :role)

-- name: account_scope_remove none
delete from account_scope where account = :account

-- name: account_scope_add none
insert into account_scope (account, kind, code) values (:account, :kind, :code)

-- Whether there is such a place. Stations have no records of their own yet: there is none.
-- name: account_place maybe
select code from street where :kind = 'STREET' and code = :code
union all
select code from department where :kind = 'DEPARTMENT' and kind = 'DEPARTMENT' and code = :code
union all
select code from facility where :kind = 'FACILITY' and code = :code
limit 1

-- What an account can be let see.
-- name: account_streets many
select code, name from street order by position, code

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
