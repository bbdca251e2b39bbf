-- What an account sees, said by itself: nothing said is nothing seen. Of one whose department does not fit its role nobody knows what it
-- was meant to see: it sees nothing until an administrator says so.
alter table account add column scope text not null default '' check (scope in ('', 'DISTRICT', 'STREET', 'DEPARTMENT'));
update account set scope = 'DISTRICT' where role not in ('STREET', 'DEPARTMENT') and department = '';
update account set scope = role where role in ('STREET', 'DEPARTMENT') and exists (select 1 from department d
	where d.code = account.department and d.kind = account.role);
