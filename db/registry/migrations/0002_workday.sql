-- The days that are not what their weekday says: days off and make-up workdays of the State Council's yearly notices. Whole years.
create table workday (
	day text primary key,                   -- 2026-02-15
	works integer not null check (works in (0, 1)),
	name text not null,                     -- of the holiday
	notice text not null                    -- where it was announced
) strict;
