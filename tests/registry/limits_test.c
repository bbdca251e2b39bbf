/* SPDX-License-Identifier: Apache-2.0 */
/* Limits, reminders and lists of mornings from before they were of every procedure, and who is told of what: on the engine that SQL_TEST_ADDRESS gives. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lib/sql/migrate.h"
#include "registry_migrations.h"
#include "remind.h"

#define DAY 86400

#define QUERY(word, rows, text) static const struct query word = { #word, "limits_test.c", rows, text }
QUERY(all_limits, QUERY_MANY, "select procedure, number, step, day, until, near_at, rule, source, provisional, projected, bound, suspended_at, met_at"
	" from deadline order by procedure, number, step");
QUERY(all_reminders, QUERY_MANY, "select procedure, number, what, step, until, at, told from reminder order by procedure, number, what");
QUERY(all_items, QUERY_MANY, "select procedure, number, what, step, until from daily_item order by procedure, number");
QUERY(time_passed, QUERY_NONE, "update deadline set until = :until, near_at = :near_at, met_at = null where procedure = :procedure and number = :number and step = :step");

/* Two cases, one of which waits for an opinion, and four outcomes, one in its second version. */
static const char before[] =
	"insert into receipt (lookup, envelope, mailbox_key, opening, stamp, created_at) values ('l', 'e', cast('k' as blob), cast('o' as blob), '', 0);"
	"insert into cases (number, receipt_lookup, kind, facility_code, place, story, wish, happened, going_on, anonymous, reply_by, state, lane, quarantined,"
	" sent_at, received_at, suspended_at, stopped_days, outcome, handler, review_not_by, changed_at)"
	" values ('2026-000001', 'l', 'COMPLAINT', null, '', '', '', '', 'yes', 0, 'receipt', 'HANDLING', 'proof', 0, 0, 1, null, 0, '', 'wang', '', 0),"
	" ('2026-000002', 'l', 'REPORT', null, '', '', '', '', 'yes', 0, 'receipt', 'SUSPENDED', 'proof', 0, 0, 1, 1795300000, 0, '', 'wang', '', 0);"
	"insert into case_deadline (case_number, step, day, until, near_at, rule, source, provisional, projected, met_at) values"
	" ('2026-000001', 'REPLY', '2026-11-30', 1796054399, 1795795200, 'complaint.reply_days', 's', 0, 0, null),"
	" ('2026-000001', 'EXTENDED', '2026-12-14', 1797263999, 1796918400, 'complaint.complex_days', 's', 1, 0, null),"
	" ('2026-000002', 'REPLY', '2026-11-30', 1796054399, 1795795200, 'report.reply_days', 's', 0, 0, null),"
	" ('2026-000002', 'TELL', '2026-12-07', 1796659199, 1796572800, 'report.tell_days', 's', 0, 1, null),"
	" ('2026-000002', 'ACCEPT', '2026-11-20', 1795190399, 1795104000, 'x', 's', 0, 0, 1795000000);"
	"insert into outcome (code, version, case_number, facility_code, facility_name, street_code, matter, verdict, found_on, summary, state, prepared_by,"
	" prepared_at, answer_until, answered_at, changed_at) values"
	" ('asked', 1, '2026-000001', 'F', '青苗', '', 'FOOD', 'SUBSTANTIATED_CORRECTED', '2026-11-20', 's', 'ANSWERING', 'wang', 0, 1796831999, null, 5),"
	" ('drafted', 1, null, 'F', '青苗', '', 'FOOD', 'SUBSTANTIATED_CORRECTED', '2026-11-20', 's', 'DRAFT', 'wang', 0, null, null, 5),"
	" ('heard', 1, null, 'F', '青苗', '', 'FOOD', 'SUBSTANTIATED_CORRECTED', '2026-11-20', 's', 'READY', 'wang', 0, 1709222399, 1709000000, 5),"
	" ('twice', 1, null, 'F', '青苗', '', 'FOOD', 'SUBSTANTIATED_CORRECTED', '2026-11-20', 's', 'PUBLISHED', 'wang', 0, 1600000000, null, 5),"
	" ('twice', 2, null, 'F', '青苗', '', 'FOOD', 'SUBSTANTIATED_CORRECTED', '2026-11-20', 's', 'READY', 'wang', 0, 1735660799, null, 7);"
	"insert into rule values ('outcome.answer_days', '310107', 10, 'workday', '2023-01-01', null, 'by analogy', 'WARN');"
	"insert into reminder (case_number, what, step, until, at, told) values ('2026-000001', 'NEAR', 'REPLY', 1796054399, 1795795300, 'MARKET');"
	"insert into daily_list (day, made_at) values ('2026-11-23', 1);"
	"insert into daily_item (day, department, case_number, what, step, until) values ('2026-11-23', '', '2026-000001', 'NEAR', 'REPLY', 1796054399);";

struct stage {
	struct arena *arena;
	struct sql *sql;
};

/* The migrations that came before limits were of every procedure. */
static struct migration_pack former(void)
{
	size_t count = 0;

	while (count < registry_migrations.count && !strstr(registry_migrations.at[count].file, "_deadline.sql"))
		count++;
	return (struct migration_pack){ registry_migrations.at, count };
}

static int set_up(void **state)
{
	static const struct query *const listed[] = { &all_limits, &all_reminders, &all_items, &time_passed };
	static const struct query_pack own = { listed, sizeof listed / sizeof *listed };
	static const struct query_pack *const packs[] = { &remind_pack, &own, NULL };
	struct sql_opening opening = { .address = getenv("SQL_TEST_ADDRESS"), .mode = SQL_CREATE };
	struct stage *stage = calloc(1, sizeof *stage);
	const struct migration_pack pack = former();
	const char *problem = "";

	*state = stage;
	stage->arena = arena_new((size_t)64 << 20);
	stage->sql = sql_open(&opening, stage->arena, &problem);
	if (stage->sql && migrate_up(stage->sql, &pack) > 0 && sql_begin(stage->sql) && sql_script(stage->sql, before) && sql_commit(stage->sql) &&
	    migrate_up(stage->sql, &registry_migrations) > 0 && sql_prepare(stage->sql, packs))
		return 0;
	fprintf(stderr, "%s\n", stage->sql ? sql_problem(stage->sql) : problem);
	return 1;
}

static struct rows all(void **state, const struct query *query)
{
	struct stage *stage = *state;
	struct rows rows;

	if (!sql_list(stage->sql, query, NULL, stage->arena, 1000, &rows))
		fail_msg("%s", sql_problem(stage->sql));
	return rows;
}

static const char *all_of(void **state, const struct query *query)
{
	struct stage *stage = *state;
	struct rows rows = all(state, query);
	const char *text = "";

	for (size_t i = 0; i < rows.count; i++)
		for (size_t j = 0; j < rows.at[i].count; j++) {
			const struct value *value = &rows.at[i].at[j];
			const char *between = j + 1 < rows.at[i].count ? "|" : "\n";

			text = value->kind == VALUE_TEXT ? arena_format(stage->arena, "%s%s%s", text, value->text, between)
			     : value->kind == VALUE_NULL ? arena_format(stage->arena, "%s%s", text, between)
							 : arena_format(stage->arena, "%s%lld%s", text, (long long)value->integer, between);
		}
	return text;
}

static void keeps_every_limit_with_what_met_it_and_whether_its_clock_stands_still(void **state)
{
	assert_string_equal(all_of(state, &all_limits),
			    "case|2026-000001|EXTENDED|2026-12-14|1797263999|1796918400|complaint.complex_days|s|1|0|1||\n"
			    "case|2026-000001|REPLY|2026-11-30|1796054399|1795795200|complaint.reply_days|s|0|0|0||\n"
			    "case|2026-000002|ACCEPT|2026-11-20|1795190399|1795104000|x|s|0|0|0||1795000000\n"
			    "case|2026-000002|REPLY|2026-11-30|1796054399|1795795200|report.reply_days|s|0|0|0|1795300000|\n"
			    "case|2026-000002|TELL|2026-12-07|1796659199|1796572800|report.tell_days|s|0|1|0|1795300000|\n"
			    "outcome|asked|ANSWER|2026-12-09|1796831999|1796745600|outcome.answer_days|by analogy|0|0|0||\n"
			    "outcome|heard|ANSWER|2024-02-29|1709222399|1709136000|outcome.answer_days|by analogy|0|0|0||1709000000\n"
			    "outcome|twice|ANSWER|2024-12-31|1735660799|1735574400|outcome.answer_days|by analogy|0|0|0||7\n");
}

static void keeps_who_was_told_and_the_lists_of_mornings(void **state)
{
	assert_string_equal(all_of(state, &all_reminders), "case|2026-000001|NEAR|REPLY|1796054399|1795795300|MARKET\n");
	assert_string_equal(all_of(state, &all_items), "case|2026-000001|NEAR|REPLY|1796054399\n");
}

/* Who is to be told at a moment, as number what department handler. */
static const char *to_be_told(void **state, int64_t now)
{
	struct stage *stage = *state;
	struct values *asked = values_new(stage->arena);
	const char *text = "";
	struct rows rows;

	values_put_integer(asked, "now", now);
	if (!sql_list(stage->sql, &Q_remind_limits, asked, stage->arena, 500, &rows))
		fail_msg("%s", sql_problem(stage->sql));
	for (size_t i = 0; i < rows.count; i++)
		text = arena_format(stage->arena, "%s%s %s %s %s\n", text, values_text(&rows.at[i], "procedure"), values_text(&rows.at[i], "number"),
				    values_text(&rows.at[i], "what"), values_text(&rows.at[i], "handler"));
	return text;
}

static void tells_nobody_anew_of_what_was_told_before(void **state)
{
	assert_string_equal(to_be_told(state, 1795795300), "");
}

static void tells_of_both_procedures_what_is_near_and_over_the_earliest_first(void **state)
{
	assert_string_equal(to_be_told(state, 1796745600), "case 2026-000001 OVER wang\noutcome asked NEAR wang\n");
	assert_string_equal(to_be_told(state, 1796832000), "case 2026-000001 OVER wang\noutcome asked OVER wang\n");
}

static void passes_over_a_clock_that_stands_still_unless_it_was_over_before(void **state)
{
	struct stage *stage = *state;
	struct values *moved = values_new(stage->arena);

	values_put_text(moved, "procedure", "case");
	values_put_text(moved, "number", "2026-000002");
	values_put_text(moved, "step", "REPLY");
	values_put_integer(moved, "until", 1795300000 - 1);
	values_put_integer(moved, "near_at", 1795300000 - DAY);
	assert_true(sql_do(stage->sql, &time_passed, moved) == 1);
	assert_string_equal(to_be_told(state, 1795795300), "case 2026-000002 OVER wang\n");
}

static void lists_for_the_morning_the_files_of_both_procedures(void **state)
{
	struct stage *stage = *state;
	const char *text = "";
	struct rows rows;

	if (!sql_list(stage->sql, &Q_daily_candidates, NULL, stage->arena, 500, &rows))
		fail_msg("%s", sql_problem(stage->sql));
	for (size_t i = 0; i < rows.count; i++)
		text = arena_format(stage->arena, "%s%s %s %s %s\n", text, values_text(&rows.at[i], "procedure"), values_text(&rows.at[i], "number"),
				    values_text(&rows.at[i], "step"), values_text(&rows.at[i], "deadline"));
	assert_string_equal(text, "outcome asked ANSWER 2026-12-09\ncase 2026-000001 REPLY 2026-11-30\ncase 2026-000002 REPLY 2026-11-30\n");
}

static int tear_down(void **state)
{
	struct stage *stage = *state;

	sql_close(stage->sql);
	arena_free(stage->arena);
	free(stage);
	return 0;
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(keeps_every_limit_with_what_met_it_and_whether_its_clock_stands_still),
		cmocka_unit_test(keeps_who_was_told_and_the_lists_of_mornings),
		cmocka_unit_test(tells_nobody_anew_of_what_was_told_before),
		cmocka_unit_test(tells_of_both_procedures_what_is_near_and_over_the_earliest_first),
		cmocka_unit_test(passes_over_a_clock_that_stands_still_unless_it_was_over_before),
		cmocka_unit_test(lists_for_the_morning_the_files_of_both_procedures),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
