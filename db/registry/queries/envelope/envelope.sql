-- What an intake machine may do with the registry: put a sealed envelope in. It can read nothing, not even what it put.

-- name: envelope_put none
insert into envelope (id, sealed, forwarded_at, written_at) values (:id, :sealed, :forwarded_at, :written_at) on conflict do nothing
