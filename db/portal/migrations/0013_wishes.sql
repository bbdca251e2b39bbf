-- What else a search may ask for: who runs it (a code of the term list operator, '' = unknown) and the hours, as far as they are stated.
alter table listing add column operator_kind text not null default '';
alter table listing add column weekday_close text not null default '';    -- HH:MM, '' = not stated
alter table listing add column weekend_open text not null default '';
alter table listing add column hours_until integer;                        -- until when these hours are fresh
