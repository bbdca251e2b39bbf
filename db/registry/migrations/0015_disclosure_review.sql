-- Whether the finding that is public still stands: '' it does; UNDER_REVIEW: the case is investigated anew; CHANGED: the newest finding is
-- another one. The public reads it, until a next version or the withdrawal is published.
alter table outcome add column review text not null default '' check (review in ('', 'UNDER_REVIEW', 'CHANGED'));
-- Of a version that corrects a finding which does not stand: what was found instead (term list verdict); '' the verdict stands.
alter table outcome add column review_verdict text not null default '';

-- Personal data found in an outcome's words that somebody looked at and left in, with why. The words are not kept, but a hash that tells
-- them apart within the outcome. It is keyed by a random salt, which goes with the marks when the case is erased: a telephone number could be
-- found by trying all.
create table outcome_mark (
	code text not null,                     -- outcome
	mark text not null,                     -- 32 hexadecimal digits: of the outcome, the kind and the words, keyed by the salt
	salt text not null,                     -- 32 hexadecimal digits, one for all marks of the outcome
	reason text not null,
	who text not null,                      -- account
	at integer not null,
	primary key (code, mark)
) strict;

-- Words by which names of people are found in a letter: what a family name is, what stands before a name, and what after it.
create table name_word (
	word text not null,
	part text not null check (part in ('SURNAME', 'BEFORE', 'AFTER')),
	primary key (word, part)
) strict;
