-- Findings of what was asked for, not claimed: a question is answered, a proposal taken up. The same table with more codes.
alter table finding rename to finding_before;
create table finding (
	case_number text not null references cases (number) on delete cascade,
	position integer not null,
	verdict text not null check (verdict in ('SUBSTANTIATED_CORRECTED', 'SUBSTANTIATED_ENFORCED', 'NOT_SUBSTANTIATED', 'OUT_OF_REMIT',
		'WITHDRAWN', 'ANSWERED', 'HELPED', 'REFERRED', 'TAKEN_UP', 'NOT_POSSIBLE')),
	                                        -- term list verdict; a kind's own are the list verdict_KIND. What each does: rules/findings
	passed_to text not null,                -- OUT_OF_REMIT, REFERRED: to whom
	text text not null,                     -- the reply, as the reporter reads it; '' WITHDRAWN
	made_at integer not null,
	made_by text not null,                  -- account; '' the reporter, who took the case back
	primary key (case_number, position)
) strict;
insert into finding (case_number, position, verdict, passed_to, text, made_at, made_by)
select case_number, position, verdict, passed_to, text, made_at, made_by from finding_before;
drop table finding_before;
