-- Places to search from, and how people say what they search for: see the registry's tables of these names.
create table place (code text primary key, kind text not null, name text not null, street_code text not null, lat real not null, lon real not null,
	precision_m integer not null, path text not null, source text not null,
	pinyin text not null) strict;           -- syllables with blanks between; '' = not read yet
create table lexicon (subject text primary key, words text not null, role text not null, value text not null) strict;
create table place_affix (subject text primary key, kind text not null, way text not null, affix text not null) strict;
alter table street add column pinyin text not null default '';
alter table community add column pinyin text not null default '';

-- How each character from U+4E00 to U+9FFF is read: six bytes each, letters and then blanks. For names that are typed as they sound.
create table reading (id integer primary key check (id = 1), letters blob not null) strict;

-- Names are read when a batch has been applied, with all its phrases.
create index street_unread on street (code) where pinyin = '';
create index community_unread on community (code) where pinyin = '';
create index place_unread on place (code) where pinyin = '';
