-- Codes for when the telephone is lost.

-- name: recovery_forget none
delete from recovery_code where account = :account

-- name: recovery_add none
insert into recovery_code (account, code_hash, used_at) values (:account, :code_hash, null)

-- name: recovery_use none
update recovery_code set used_at = :now where account = :account and code_hash = :code_hash and used_at is null

-- name: recovery_left one
select count(*) as unused from recovery_code where account = :account and used_at is null
