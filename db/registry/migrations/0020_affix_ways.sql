-- A place is also said without an affix when three characters stay (strip_long): the ways of shortening a name are named by lib/understand.h, and no
-- longer by the table.
create table place_affix_of_any_way (
	kind text not null,                     -- STREET, COMMUNITY, or a code of term list place_kind
	way text not null,                      -- strip, strip_long: also said without it; add: also said with it
	affix text not null,
	primary key (kind, way, affix)
) strict;
insert into place_affix_of_any_way (kind, way, affix) select kind, way, affix from place_affix;
drop table place_affix;
alter table place_affix_of_any_way rename to place_affix;
