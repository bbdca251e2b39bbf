-- Since when each entry of a feed has been as it is. What is published together with its facility for the first time was told when it was
-- stated, so that a district that publishes all at once is told apart; what comes later is told when it is published. What no entry shows,
-- and what is published again as it was, tells nothing.
alter table facility add column first_at integer not null default 0;      -- when it was first published; 0 = before this was kept
alter table facility add column told_at integer not null default 0;       -- when what an entry shows of it last became another; 0 = it has not
alter table programme add column told_at integer not null default 0;
alter table vacancy add column told_at integer not null default 0;
alter table fee add column told_at integer not null default 0;
alter table listing add column told_at integer not null default 0;        -- the newest of these
