-- From when a class has room, and what the public takes off its fee: see the registry.
alter table vacancy add column vacancy_from text;
alter table fee add column subsidy_fen integer;
alter table listing_programme add column vacancy_from text;
alter table listing_programme add column subsidy_fen integer;   -- a month
