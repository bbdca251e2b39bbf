-- The audit: adding to it, checking it, searching it. Nothing here changes or removes a row.

-- name: audit_newest maybe
select seq, hash from audit order by seq desc limit 1

-- name: audit_add none
insert into audit (seq, at, account, role, action, subject, detail, reason, reason_hash, reason_salt, request_id, hash)
values (:seq, :at, :account, :role, :action, :subject, :detail, :reason, :reason_hash, :reason_salt, :request_id, :hash)

-- name: audit_after many
select seq, at, account, role, action, subject, detail, reason, reason_hash, reason_salt, request_id, hash from audit
where seq > :seq order by seq limit :most

-- Newest first. An action is the beginning of one; a reason stands somewhere in it.
-- name: audit_search many
select a.seq as seq, a.at as at, a.account as account, coalesce(p.full_name, '') as full_name, a.role as role, a.action as action,
	a.subject as subject, a.detail as detail, a.reason as reason, case when a.reason_hash is not null and a.reason_salt is null then 1 else 0 end as reason_erased,
	a.request_id as request_id
from audit a left join account p on p.name = a.account
where (:account = '' or a.account = :account)
	and (:action = '' or substr(a.action, 1, length(:action)) = :action)
	and (:subject = '' or a.subject = :subject)
	and (:reason = '' or replace(a.reason, :reason, '') <> a.reason)
	and a.at >= :since and a.at < :until and a.seq < :before
order by a.seq desc limit :most

-- name: audit_count one
select count(*) as found from audit a
where (:account = '' or a.account = :account)
	and (:action = '' or substr(a.action, 1, length(:action)) = :action)
	and (:subject = '' or a.subject = :subject)
	and (:reason = '' or replace(a.reason, :reason, '') <> a.reason)
	and a.at >= :since and a.at < :until

-- name: audit_actions many
select action, count(*) as times from audit group by action order by action

-- Refused acts that are counted.

-- Again within the minute.
-- name: refused_act_again none
update refused_act set times = times + 1, last_at = :now where account = :account and route = :route and why = :why

-- name: refused_act_first none
insert into refused_act (account, route, why, role, since, last_at, times) values (:account, :route, :why, :role, :now, :now, 1)

-- Those whose minute is over.
-- name: refused_act_over many
select account, route, why, role, since, last_at, times from refused_act where since <= :until order by since, account, route, why

-- name: refused_act_forget none
delete from refused_act where since <= :until

-- How many were refused that no row tells of yet.
-- name: refused_act_open one
select coalesce(sum(times - 1), 0) as times from refused_act
