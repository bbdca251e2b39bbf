-- What the demo may replace: its own facilities, known by their source key.

-- name: demo_stranger maybe
select code, name from facility where source_key is null or source_key not like 'demo:%' order by code limit 1

-- name: demo_forget none
delete from facility where source_key like 'demo:%'
