-- What a word does for finding names is named by cases/outcome_marks, and no longer by the table: TELLS, a word of a draft by which one may see who
-- reported; HARMLESS, a longer one that holds such a word and says nothing of it.
create table name_word_of_any_part (
	word text not null,
	part text not null,                     -- SURNAME, BEFORE, AFTER, TELLS, HARMLESS
	primary key (word, part)
) strict;
insert into name_word_of_any_part (word, part) select word, part from name_word;
drop table name_word;
alter table name_word_of_any_part rename to name_word;
