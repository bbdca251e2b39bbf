-- What the reporter chose last, in the letter or in one sent again: the case's own kind is the office's to say. '' before it was noted: as its first case.
alter table receipt add column said_kind text not null default '';        -- term list case_kind
alter table receipt add column said_split integer not null default 0;     -- 1: as two cases
