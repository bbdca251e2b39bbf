-- The words of a listing are simplified characters, in whichever writing a name came. There is no table to change: a working copy of another
-- number is made anew from the log, and this makes the number another.
select 1;
