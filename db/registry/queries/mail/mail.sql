-- Putting mailboxes out as files: all that a clerk beside the door needs.

-- name: mailbox_newest one
select coalesce(max(changed_seq), 0) as seq from mailbox

-- name: mailbox_after many
select lookup, sealed, changed_seq from mailbox where changed_seq > :seq order by changed_seq limit :most
