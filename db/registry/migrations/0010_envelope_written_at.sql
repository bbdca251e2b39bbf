-- When an envelope that an intake machine handed on was written, by that machine's clock, Unix seconds; 0 = not known. What a letter says of
-- when it was sent is held to it.
alter table envelope add column written_at integer not null default 0;
