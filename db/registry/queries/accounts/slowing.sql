-- Failed attempts, by their source.

-- name: source_one maybe
select failures, next_at, failed_at from sign_in_source where source = :source

-- name: source_put none
insert into sign_in_source (source, failures, next_at, failed_at) values (:source, :failures, :next_at, :now)
on conflict (source) do update set failures = excluded.failures, next_at = excluded.next_at, failed_at = excluded.failed_at

-- name: source_forget none
delete from sign_in_source where source = :source

-- name: source_sweep none
delete from sign_in_source where failed_at <= :forget_before
