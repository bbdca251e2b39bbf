-- What is said of a facility is said of the classes that fit the question: all of it stands beside them.
alter table listing_programme add column places integer;
alter table listing_programme add column meal_fee_fen integer;             -- a month
alter table listing_programme add column fee_until integer;
alter table listing_programme add column vacancy integer;
alter table listing_programme add column vacancy_asserted_by text;
alter table listing_programme add column vacancy_asserted_at integer;
alter table listing_programme add column vacancy_until integer;
