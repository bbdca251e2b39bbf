/* SPDX-License-Identifier: Apache-2.0 */
/* A district's cases in any number, made by the database itself: the same rows on both engines. */
#ifndef SHANYU_INBOX_ROWS_H
#define SHANYU_INBOX_ROWS_H

#include "lib/sql/sql.h"
#include "workflow/list.h"

#define INBOX_NOW 1795400000 /* 2026-11-23 12:53 in China */
#define INBOX_MOST 1200       /* cases of the test */

/* %1$d: how many cases; of every %2$d one is open. Streets S0 to S9, departments D0 to D7, facilities F0 to F49. */
static const char inbox_rows[] =
	"insert into street with recursive n(i) as (select 0 union all select i + 1 from n where i < 9)"
	" select 'S' || i, '街道' || i, 31, 121, '', i from n;"
	"insert into department (code, name, kind, position) with recursive n(i) as (select 0 union all select i + 1 from n where i < 9)"
	" select 'S' || i, '街道办' || i, 'STREET', 100 + i from n;"
	"insert into department (code, name, kind, position) with recursive n(i) as (select 0 union all select i + 1 from n where i < 7)"
	" select 'D' || i, '部门' || i, 'DEPARTMENT', i from n;"
	"insert into facility (code, name, kind, street_code, address, lat, lon, filing_state, changed_at)"
	" with recursive n(i) as (select 0 union all select i + 1 from n where i < 49)"
	" select 'F' || i, '小树苗 Sunny ' || i, 'INST_PROFIT', 'S' || (i %% 10), '', 31, 121, 'FILED', 0 from n;"
	"insert into receipt (lookup, envelope, mailbox_key, opening, stamp, created_at) with recursive n(i) as (select 1 union all select i + 1 from n where i < %1$d)"
	" select 'lookup' || i, 'envelope' || i, cast('k' as blob), cast('o' as blob), '', 0 from n;"
	"insert into cases (number, receipt_lookup, kind, facility_code, place, story, wish, happened, going_on, anonymous, reply_by, state,"
	" lane, quarantined, sent_at, received_at, stopped_days, outcome, handler, review_not_by, changed_at, street_code, matter, urgency,"
	" supervised, closed_at)"
	" with recursive n(i) as (select 1 union all select i + 1 from n where i < %1$d)"
	" select '2026-' || substr(cast(1000000 + i as text), 2), 'lookup' || i,"
	" case i %% 9 when 0 then 'CONSULT' when 1 then 'REPORT' when 2 then 'EMERGENCY' when 3 then 'CONSUMER' else 'COMPLAINT' end,"
	" case when i %% 4 = 0 then null else 'F' || (i %% 50) end, case when i %% 4 = 0 then '长寿路 ' || (i %% 700) || ' 号' else '' end,"
	" '孩子回家说午饭是凉的，第 ' || i || ' 次。' || case when i %% 11 = 0 then '一共 100%%，押金 _ 不退。' else '' end ||"
	" '老师说空调坏了，已经报修，到今天还没有人来看。我们几个家长一起问过园长，园长说等总部的通知。孩子这几天都在咳嗽，医生说和着凉有关，"
	"我们希望有人去现场看一看，也希望知道这家机构有没有备案、有几位老师有证书、一个班到底收了多少个孩子。'"
	" , '', '', 'yes', 0, 'receipt',"
	" case when i %% %2$d <> 0 then 'CLOSED' else case (i / %2$d) %% 8 when 0 then 'RECEIVED' when 1 then 'TRIAGED' when 2 then 'ACCEPTED'"
	" when 3 then 'DISPATCHED' when 4 then 'SUSPENDED' when 5 then 'REPLIED' else 'HANDLING' end end,"
	" 'proof', 0, 0, 1795400000 - i * 61, 0, '', case i %% 5 when 0 then '' when 1 then 'li' else 'wang' end, '', 1795400000 - i * 31,"
	" case when i %% 13 = 0 then '' else 'S' || (i %% 10) end, case i %% 3 when 0 then '' when 1 then 'FOOD' else 'FEE' end,"
	" case when i %% 17 = 0 then 'URGENT' else 'ORDINARY' end, case when i %% 19 = 0 then 1 else 0 end,"
	" case when i %% %2$d <> 0 then 1795400000 - i end from n;"
	"insert into deadline (procedure, number, step, day, until, near_at, rule, source, provisional, projected, bound, suspended_at, met_at)"
	" select 'case', number, 'REPLY', '2026-12-01', received_at + 432000, received_at + 43200, 'complaint.reply_days', '', 0,"
	" case when kind = 'CONSUMER' and state = 'RECEIVED' then 1 else 0 end, 0, case when state = 'SUSPENDED' then 0 end, closed_at from cases where kind <> 'EMERGENCY';"
	"insert into deadline (procedure, number, step, day, until, near_at, rule, source, provisional, projected, bound, suspended_at, met_at)"
	" select 'case', number, 'EXTENDED', '2026-12-11', received_at + 1296000, received_at + 129600, 'complaint.complex_days', '', 0, 0, 1, case when state = 'SUSPENDED' then 0 end, closed_at"
	" from cases where kind = 'COMPLAINT';"
	"update deadline set met_at = 1 where exists (select 1 from cases c where c.number = deadline.number and c.state = 'REPLIED');"
	"insert into case_dispatch (case_number, round, department, part, rule, dispatched_at, dispatched_by, return_until)"
	" with recursive n(i) as (select 1 union all select i + 1 from n where i < %1$d)"
	" select c.number, 1, 'D' || (i %% 8), 'LEAD', '', 0, 'li', 0 from n join cases c on c.receipt_lookup = 'lookup' || i"
	" where c.state not in ('RECEIVED', 'TRIAGED', 'ACCEPTED');"
	"insert into case_dispatch (case_number, round, department, part, rule, dispatched_at, dispatched_by, return_until)"
	" with recursive n(i) as (select 1 union all select i + 1 from n where i < %1$d)"
	" select c.number, 1, case when i %% 2 = 0 then 'S' || ((i / 2) %% 10) else 'D' || ((i + 3) %% 8) end, 'ASSIST', '', 0, 'li', 0"
	" from n join cases c on c.receipt_lookup = 'lookup' || i where c.state not in ('RECEIVED', 'TRIAGED', 'ACCEPTED');"
	"insert into case_dispatch (case_number, round, department, part, rule, dispatched_at, dispatched_by, return_until, taken_at)"
	" with recursive n(i) as (select 1 union all select i + 1 from n where i < %1$d)"
	" select c.number, 2, 'D' || ((i + 1) %% 8), 'LEAD', '', 0, 'li', 0, case when c.state = 'DISPATCHED' then null else 1 end"
	" from n join cases c on c.receipt_lookup = 'lookup' || i where c.state not in ('RECEIVED', 'TRIAGED', 'ACCEPTED') and i %% 3 = 0;"
	"insert into case_message (receipt_lookup, position, case_number, at, sender, text, who)"
	" with recursive n(i) as (select 1 union all select i + 1 from n where i < %1$d)"
	" select 'lookup' || i, 1, null, 0, 'reporter', '还没有人来', '' from n where i %% 7 = 0;"
	"insert into case_message (receipt_lookup, position, case_number, at, sender, text, who)"
	" with recursive n(i) as (select 1 union all select i + 1 from n where i < %1$d)"
	" select 'lookup' || i, 2, null, 0, 'office', '明天去', 'wang' from n where i %% 14 = 0;"
	/* Accounts are named by what they see: a street or department each, the district, one facility, two places, what there is not, nothing. */
	"insert into account (name, full_name, department, state, password, password_changed_at, totp_step, created_at, created_by, changed_at)"
	" select code, code, code, 'ACTIVE', '', 0, 0, 0, '', 0 from department;"
	"insert into account_scope (account, kind, code) select code, kind, code from department;"
	"insert into account (name, full_name, department, state, password, password_changed_at, totp_step, created_at, created_by, changed_at)"
	" select 'district', 'x', '', 'ACTIVE', '', 0, 0, 0, '', 0 union all select 'F13', 'x', '', 'ACTIVE', '', 0, 0, 0, '', 0"
	" union all select 'S3 and D2', 'x', 'D2', 'ACTIVE', '', 0, 0, 0, '', 0 union all select 'nowhere', 'x', '', 'ACTIVE', '', 0, 0, 0, '', 0"
	" union all select 'station', 'x', '', 'ACTIVE', '', 0, 0, 0, '', 0 union all select 'nothing', 'x', '', 'ACTIVE', '', 0, 0, 0, '', 0;"
	"insert into account_scope (account, kind, code) values ('district', 'DISTRICT', ''), ('F13', 'FACILITY', 'F13'), ('S3 and D2', 'STREET', 'S3'),"
	" ('S3 and D2', 'DEPARTMENT', 'D2'), ('nowhere', 'STREET', 'S99'), ('nowhere', 'DEPARTMENT', 'D99'), ('nowhere', 'FACILITY', 'F99'), ('station', 'STATION', 'S3');";

static inline bool inbox_fill(struct sql *sql, int cases, int open_in, struct arena *arena)
{
	return sql_begin(sql) && sql_script(sql, arena_format(arena, inbox_rows, cases, open_in)) && sql_commit(sql);
}

/* What is asked for with nothing set: everything there is. */
static inline struct values *inbox_question(struct arena *arena)
{
	static const char *const texts[] = { "own_department", "state", "kind", "matter", "street", "department", "urgency",
		"facility", "handler", "due", "words", "folded", "beside", "facilities" };
	static const char *const numbers[] = { "supervised", "waiting", "unread", "received_from", "received_before", "skip", "stands_in" };
	struct values *asked = values_new(arena);

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		values_put_text(asked, texts[i], "");
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		values_put_integer(asked, numbers[i], 0);
	values_put_text(asked, "scope_account", "district");
	values_put_text(asked, "account", "");
	values_put_text(asked, "today", "2026-11-24");
	values_put_text(asked, "open", "all");
	values_put_text(asked, "sort", "deadline");
	values_put_integer(asked, "now", INBOX_NOW);
	values_put_integer(asked, "tomorrow", INBOX_NOW + 11 * 3600);
	values_put_integer(asked, "most", INBOX_MOST);
	/* From the first on. */
	values_put_integer(asked, "direction", 1);
	values_put_integer(asked, "after_place", LIST_FIRST);
	values_put_text(asked, "after_key", "");
	return asked;
}

#endif
