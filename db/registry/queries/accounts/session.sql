-- Who is signed in.

-- name: session_add none
insert into session (token_hash, account, stage, created_at, seen_at, ends_at, agent)
values (:token_hash, :account, :stage, :now, :now, :ends_at, :agent)

-- A session with its account, unless it is over or its account may not come in.
-- name: session_one maybe
select s.token_hash as token_hash, s.stage as stage, s.agent as agent, s.created_at as session_created_at, s.seen_at as seen_at, s.ends_at as ends_at,
	a.name as name, a.full_name as full_name, a.department as department, coalesce(d.name, '') as department_name,
	a.state as state, a.totp_secret is not null as has_totp
from session s join account a on a.name = s.account left join department d on d.code = a.department
where s.token_hash = :token_hash and s.ends_at > :now and s.seen_at > :idle_since and a.state <> 'DISABLED'
	and (a.created_by <> 'shanyu demo' or exists (select 1 from district where demo = 1))

-- name: session_seen none
update session set seen_at = :now where token_hash = :token_hash and seen_at < :now

-- name: session_list many
select token_hash, created_at, seen_at, ends_at, agent from session
where account = :account and stage = 'FULL' and ends_at > :now and seen_at > :idle_since
order by seen_at desc, token_hash

-- name: session_end none
delete from session where account = :account and token_hash = :token_hash

-- All of an account but one; '' ends every one.
-- name: session_end_others none
delete from session where account = :account and token_hash <> :token_hash

-- name: session_sweep none
delete from session where ends_at <= :now or seen_at <= :idle_since
