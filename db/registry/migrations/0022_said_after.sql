-- When a reporter wrote about a case that had ended, and nobody has read it yet: it stands among the open ones until somebody has. null: nothing waits.
alter table cases add column said_after_at integer;
create index cases_said_after on cases (said_after_at) where said_after_at is not null;
update cases set said_after_at = (select max(m.at) from case_message m where m.receipt_lookup = cases.receipt_lookup and m.sender = 'reporter')
where closed_at is not null and erased_at is null
	and not exists (select 1 from cases o where o.receipt_lookup = cases.receipt_lookup and o.closed_at is null)
	and exists (select 1 from case_message m where m.receipt_lookup = cases.receipt_lookup and m.sender = 'reporter' and m.at >= cases.closed_at
		and m.position > cases.messages_seen and m.position > (select coalesce(max(o.position), 0) from case_message o
			where o.receipt_lookup = cases.receipt_lookup and o.sender = 'office'));
