-- An account has one role or several, and what it sees is said row by row: no row, and it sees nothing.
create table account_role (
	account text not null references account (name) on delete cascade,
	role text not null,                     -- term list role; rules/permission says what each may
	primary key (account, role)
) strict;
insert into account_role (account, role) select name, role from account;

create table account_scope (
	account text not null references account (name) on delete cascade,
	kind text not null check (kind in ('DISTRICT', 'STREET', 'DEPARTMENT', 'FACILITY', 'STATION')),
	code text not null,                     -- of the street, department, facility or station; '' of DISTRICT, which is everything
	primary key (account, kind, code),
	check ((kind = 'DISTRICT') = (code = ''))
) strict;
-- An account whose scope was not its role's saw nothing, and sees nothing.
insert into account_scope (account, kind, code) select name, 'DISTRICT', '' from account
where scope = 'DISTRICT' and role not in ('STREET', 'DEPARTMENT');
insert into account_scope (account, kind, code) select name, scope, department from account
where scope in ('STREET', 'DEPARTMENT') and scope = role and department <> '';

alter table account drop column scope;
alter table account drop column role;
