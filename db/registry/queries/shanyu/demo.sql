-- What the demo may replace: its own facilities, known by their source key.

-- name: demo_stranger maybe
select code, name from facility where source_key is null or substr(source_key, 1, 5) <> 'demo:' order by code limit 1

-- name: demo_forget none
delete from facility where substr(source_key, 1, 5) = 'demo:'
