-- From when a class has room, and what the public takes off its fee.

-- The day from which there is room; null = not stated, and has_vacancy says how it is now. With has_vacancy = 0: none now, some from that day on.
alter table vacancy add column vacancy_from text;

-- What is taken off for each child a month; null = not stated.
alter table fee add column subsidy_fen integer check (subsidy_fen >= 0);
