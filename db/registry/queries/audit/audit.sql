-- The audit: adding to it, checking it, searching it. Nothing here changes or removes a row.

-- name: audit_newest maybe
select seq, hash from audit order by seq desc limit 1

-- name: audit_add none
insert into audit (seq, at, account, role, action, subject, detail, reason, request_id, hash)
values (:seq, :at, :account, :role, :action, :subject, :detail, :reason, :request_id, :hash)

-- name: audit_after many
select seq, at, account, role, action, subject, detail, reason, request_id, hash from audit
where seq > :seq order by seq limit :most

-- Newest first. An action is the beginning of one; a reason stands somewhere in it.
-- name: audit_search many
select a.seq as seq, a.at as at, a.account as account, coalesce(p.full_name, '') as full_name, a.role as role, a.action as action,
	a.subject as subject, a.detail as detail, a.reason as reason, a.request_id as request_id
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
