/* SPDX-License-Identifier: Apache-2.0 */
/* Whose cases the inbox shows, and in which order: on the engine whose address SQL_TEST_ADDRESS gives. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "desk.h"
#include "inbox_rows.h"
#include "lib/sql/migrate.h"
#include "registry_migrations.h"

#define CASES INBOX_MOST
#define DAY 86400

#define QUERY(word, rows, text) static const struct query word = { #word, "inbox_test.c", rows, text }
QUERY(all_cases, QUERY_MANY, "select number, street_code, coalesce(facility_code, '') as facility_code from cases order by number");
QUERY(all_dispatches, QUERY_MANY, "select case_number, round, department from case_dispatch order by case_number, round");
QUERY(case_seen, QUERY_NONE, "update cases set messages_seen = :position where number = :number");
QUERY(dispatch_returned, QUERY_NONE, "update case_dispatch set returned_at = 1 where case_number = :number and round = :round and part = 'LEAD'");

QUERY(task_add, QUERY_NONE, "insert into case_task (case_number, position, text, assignee, due_on, made_at, made_by)"
	" select number, 1, 'see', 'wang', '2026-11-2' || (1 + length(matter)), 0, 'li' from cases where closed_at is null");
QUERY(request_add, QUERY_NONE, "insert into case_request (case_number, position, what, reason, asked_at, asked_by)"
	" select number, 2, 'SUSPENSION', 'why', 0, 'wang' from cases where state = 'HANDLING'");
QUERY(outcome_add, QUERY_NONE, "insert into outcome (code, version, case_number, facility_code, facility_name, street_code, matter, verdict, found_on,"
	" summary, state, prepared_by, prepared_at, changed_at) select number, 1, number, facility_code, '', '', matter, 'SUBSTANTIATED_CORRECTED',"
	" '', '', 'READY', 'wang', 0, 0 from cases where closed_at is not null and facility_code is not null");
QUERY(meeting_add, QUERY_NONE, "insert into meeting_item (case_number, proposed_at, proposed_by, why, state)"
	" select number, 0, 'clerk', '', 'PROPOSED' from cases where closed_at is null");
QUERY(reminder_add, QUERY_NONE, "insert into reminder (procedure, number, what, step, until, at, told)"
	" select 'case', number, 'NEAR', 'REPLY', 0, 1795400000, 'D2' from cases where closed_at is null");
QUERY(account_add, QUERY_NONE, "insert into account (name, full_name, department, state, password, password_changed_at, totp_step,"
	" created_at, created_by, changed_at) values (:name, :name, 'D2', 'ACTIVE', '', 0, 0, 0, '', 0)");
QUERY(scope_forget, QUERY_NONE, "delete from account_scope where account = :account");

struct stage {
	struct arena *arena;
	struct sql *sql;
};

static const char *problem = "";

static struct sql *opened(struct arena *arena)
{
	static const struct query *const listed[] = { &all_cases, &all_dispatches, &case_seen, &dispatch_returned, &task_add, &request_add,
		&outcome_add, &meeting_add, &reminder_add, &account_add, &scope_forget };
	static const struct query_pack own = { listed, sizeof listed / sizeof *listed };
	static const struct query_pack *const packs[] = { &desk_pack, &own, NULL };
	struct sql_opening opening = { .address = getenv("SQL_TEST_ADDRESS"), .mode = SQL_CREATE };
	struct sql *sql = sql_open(&opening, arena, &problem);

	if (!sql || migrate_up(sql, &registry_migrations) < 0 || !inbox_fill(sql, CASES, 7, arena) || !sql_prepare(sql, packs)) {
		fprintf(stderr, "%s\n", sql ? sql_problem(sql) : problem);
		exit(1);
	}
	return sql;
}

static struct rows list(struct stage *stage, const struct values *asked)
{
	struct rows rows;
	struct values *count;

	if (!sql_list(stage->sql, &Q_desk_case_list, asked, stage->arena, CASES, &rows) ||
	    sql_row(stage->sql, &Q_desk_case_count, asked, stage->arena, &count) != SQL_FOUND)
		fail_msg("%s", sql_problem(stage->sql));
	if (values_integer(asked, "most") == CASES)
		assert_int_equal(values_integer(count, "found"), rows.count);
	/* Each row brings the counts with it. */
	for (size_t i = 0; rows.count && i < count->count; i++)
		assert_int_equal(values_integer(&rows.at[0], count->at[i].name), count->at[i].integer);
	return rows;
}

static struct rows list_with(struct stage *stage, const char *name, const char *value)
{
	struct values *asked = inbox_question(stage->arena);

	values_put_text(asked, name, value);
	return list(stage, asked);
}

static bool has(const struct rows *rows, const char *number)
{
	for (size_t i = 0; i < rows->count; i++)
		if (strcmp(values_text(&rows->at[i], "number"), number) == 0)
			return true;
	return false;
}

static const char *numbered(struct arena *arena, int i)
{
	return arena_format(arena, "2026-%06d", i);
}

/* The scope, told another way: by looking at every row. */
struct truth {
	struct rows cases, dispatches;
};

static struct truth read_truth(struct stage *stage)
{
	struct truth truth;

	assert_true(sql_list(stage->sql, &all_cases, NULL, stage->arena, CASES, &truth.cases));
	assert_true(sql_list(stage->sql, &all_dispatches, NULL, stage->arena, (size_t)CASES * 4, &truth.dispatches));
	return truth;
}

static bool is_handed_to(const struct truth *truth, const char *number, const char *department)
{
	int64_t newest = 0;
	bool handed = false;

	for (size_t i = 0; i < truth->dispatches.count; i++) {
		const struct values *row = &truth->dispatches.at[i];

		if (strcmp(values_text(row, "case_number"), number) != 0)
			continue;
		if (values_integer(row, "round") > newest) {
			newest = values_integer(row, "round");
			handed = false;
		}
		handed |= strcmp(values_text(row, "department"), department) == 0;
	}
	return handed;
}

/* Every way of asking that is tried: one filter at a time and some together, also such as name what is another's. */
static size_t questions(struct arena *arena, struct values **asked)
{
	static const char *const tried[][2] = { { "open", "all" }, { "open", "open" }, { "open", "closed" }, { "state", "HANDLING" },
		{ "kind", "REPORT" }, { "matter", "FOOD" }, { "street", "S3" }, { "street", "S4" }, { "department", "D2" }, { "department", "S3" },
		{ "department", "D5" }, { "urgency", "URGENT" }, { "facility", "F13" }, { "handler", "wang" }, { "handler", "-" }, { "due", "over" },
		{ "due", "near" }, { "due", "today" }, { "words", "%次%" }, { "words", "%sunny 3%" }, { "words", "%2026-0001%" }, { "words", "%" },
		{ "words", "' or 1 = 1 --" }, { "sort", "received" }, { "sort", "changed" } };
	size_t count = sizeof tried / sizeof *tried;

	for (size_t i = 0; i < count; i++) {
		asked[i] = inbox_question(arena);
		values_put_text(asked[i], tried[i][0], tried[i][1]);
	}
	for (int i = 0; i < 4; i++) {
		asked[count] = inbox_question(arena);
		values_put_integer(asked[count], i == 0 ? "supervised" : i == 1 ? "unread" : i == 2 ? "received_from" : "received_before",
				   i < 2 ? 1 : INBOX_NOW - 36000);
		values_put_text(asked[count], "street", i % 2 ? "S3" : "");
		values_put_text(asked[count], "department", i > 2 ? "D2" : "");
		count++;
	}
	return count;
}

/* What an account sees must be what is of the street, at the facility, or handed to one of the two departments: "" none. */
struct sight {
	const char *account, *street, *facility, *departments[2];
};

static bool sees(const struct truth *truth, const struct sight *sight, const struct values *one)
{
	const char *number = values_text(one, "number");

	return (*sight->street && strcmp(values_text(one, "street_code"), sight->street) == 0) ||
	       (*sight->facility && strcmp(values_text(one, "facility_code"), sight->facility) == 0) ||
	       is_handed_to(truth, number, sight->departments[0]) || is_handed_to(truth, number, sight->departments[1]);
}

static void holds_to_scope(struct stage *stage, struct sight sight)
{
	struct values *asked[40];
	size_t count = questions(stage->arena, asked), found = 0;
	struct truth truth = read_truth(stage);

	for (size_t i = 0; i < count; i++) {
		struct rows wide = list(stage, asked[i]), narrow;
		size_t own = 0;

		values_put_text(asked[i], "scope_account", sight.account);
		narrow = list(stage, asked[i]);
		for (size_t c = 0; c < truth.cases.count; c++) {
			const char *number = values_text(&truth.cases.at[c], "number");
			bool is_own = sees(&truth, &sight, &truth.cases.at[c]);

			own += is_own && has(&wide, number);
			if (has(&narrow, number) != (is_own && has(&wide, number)))
				fail_msg("question %zu of %s: %s", i, sight.account, number);
		}
		assert_int_equal(narrow.count, own);
		found += own;
	}
	assert_true(found > 100);
}

static void shows_a_street_its_own_and_what_was_handed_to_it_whatever_the_filters(void **state)
{
	holds_to_scope(*state, (struct sight){ "S3", "S3", "", { "S3", "" } });
	holds_to_scope(*state, (struct sight){ "S0", "S0", "", { "S0", "" } });
}

static void shows_a_department_what_is_handed_to_it_in_the_newest_round_whatever_the_filters(void **state)
{
	holds_to_scope(*state, (struct sight){ "D2", "", "", { "D2", "" } });
	holds_to_scope(*state, (struct sight){ "D7", "", "", { "D7", "" } });
}

static void shows_who_sees_several_places_what_is_of_any_of_them_whatever_the_filters(void **state)
{
	holds_to_scope(*state, (struct sight){ "S3 and D2", "S3", "", { "S3", "D2" } });
}

static void shows_who_sees_a_facility_what_is_about_it_whatever_the_filters(void **state)
{
	holds_to_scope(*state, (struct sight){ "F13", "", "F13", { "", "" } });
}

static void shows_an_unknown_street_or_department_nothing(void **state)
{
	struct stage *stage = *state;
	struct values *asked = inbox_question(stage->arena);

	values_put_text(asked, "scope_account", "nowhere");
	assert_int_equal(list(stage, asked).count, 0);
}

static void sees_nothing(struct stage *stage, const char *account)
{
	static const struct query *const day[] = { &Q_desk_day_tasks, &Q_desk_day_requests, &Q_desk_day_outcomes, &Q_desk_day_meetings,
		&Q_desk_day_reminders, &Q_numbers_cases };
	struct values *asked = inbox_question(stage->arena), *quick;
	struct rows rows;

	values_put_text(asked, "scope_account", account);
	values_put_integer(asked, "most", CASES);
	assert_int_equal(list(stage, asked).count, 0);
	for (size_t i = 0; i < sizeof day / sizeof *day; i++) {
		sql_put_missing(stage->sql, day[i], asked);
		assert_true(sql_list(stage->sql, day[i], asked, stage->arena, CASES, &rows));
		assert_int_equal(rows.count, 0);
	}
	values_put_text(asked, "account", "wang");
	values_put_text(asked, "open", "open");
	assert_int_equal(sql_row(stage->sql, &Q_desk_quick_counts, asked, stage->arena, &quick), SQL_FOUND);
	for (size_t i = 0; i < quick->count; i++)
		assert_int_equal(quick->at[i].integer, 0);
}

static void shows_a_scope_that_says_nothing_nothing(void **state)
{
	static const char *const accounts[] = { "nothing", "station", "", "nobody", "DISTRICT", "%", "' or 1 = 1 --" };

	for (size_t i = 0; i < sizeof accounts / sizeof *accounts; i++)
		sees_nothing(*state, accounts[i]);
}

static void shows_nothing_at_once_when_the_scope_is_taken_away(void **state)
{
	struct stage *stage = *state;
	struct values *asked = inbox_question(stage->arena);

	values_put_text(asked, "scope_account", "S5");
	assert_true(list(stage, asked).count > 0);
	values_put_text(asked, "account", "S5");
	assert_int_equal(sql_do(stage->sql, &scope_forget, asked), 1);
	sees_nothing(stage, "S5");
}

/* A file reads them so: first the numbers, then so many at a time. */
static void gives_a_file_the_same_cases_in_the_same_order(void **state)
{
	static const char *const sorts[] = { "deadline", "received", "changed" };
	struct stage *stage = *state;

	for (size_t s = 0; s < sizeof sorts / sizeof *sorts; s++) {
		struct values *asked = inbox_question(stage->arena);
		struct rows wide, numbers, again;
		const char *text = "";

		values_put_text(asked, "sort", sorts[s]);
		values_put_integer(asked, "most", 300);
		wide = list(stage, asked);
		assert_true(sql_list(stage->sql, &Q_desk_case_numbers, asked, stage->arena, 300, &numbers));
		assert_int_equal(numbers.count, wide.count);
		for (size_t i = 0; i < numbers.count; i++)
			text = arena_format(stage->arena, "%s%-20s", text, values_text(&numbers.at[i], "number"));
		values_put_text(asked, "keys", text);
		values_put_integer(asked, "count", (int64_t)numbers.count);
		assert_true(sql_list(stage->sql, &Q_desk_case_listed, asked, stage->arena, 300, &again));
		assert_int_equal(again.count, wide.count);
		for (size_t i = 0; i < wide.count; i++) {
			assert_string_equal(values_text(&again.at[i], "number"), values_text(&wide.at[i], "number"));
			assert_string_equal(values_text(&again.at[i], "due_day"), values_text(&wide.at[i], "due_day"));
		}
	}
}

static void lists_what_is_over_first_and_then_the_nearest_limit(void **state)
{
	struct stage *stage = *state;
	struct rows rows = list_with(stage, "open", "open");
	int64_t before = 0;
	bool ended = false;

	assert_true(rows.count > 100);
	for (size_t i = 0; i < rows.count; i++) {
		const struct values *row = &rows.at[i];
		int64_t due = values_integer(row, "due_until");

		if (!due && (strcmp(values_text(row, "kind"), "EMERGENCY") == 0 || strcmp(values_text(row, "urgency"), "URGENT") == 0) &&
		    strcmp(values_text(row, "state"), "SUSPENDED") != 0 && strcmp(values_text(row, "state"), "REPLIED") != 0)
			due = values_integer(row, "received_at");
		ended |= !due;
		assert_true(ended ? !due : due >= before);
		before = due;
	}
	assert_true(ended);
}

static void knows_no_limit_of_what_is_answered_suspended_or_closed(void **state)
{
	static const char *const states[] = { "REPLIED", "SUSPENDED", "CLOSED" };

	for (size_t i = 0; i < 3; i++) {
		struct rows rows = list_with(*state, "state", states[i]);

		assert_true(rows.count > 0);
		for (size_t r = 0; r < rows.count; r++)
			assert_true(values_null(&rows.at[r], "due_until"));
	}
}

static void goes_by_the_limit_of_the_reply_and_not_by_how_far_it_could_be_moved(void **state)
{
	struct rows rows = list_with(*state, "kind", "COMPLAINT");
	size_t limited = 0;

	for (size_t i = 0; i < rows.count; i++) {
		const struct values *row = &rows.at[i];

		if (values_null(row, "due_until"))
			continue;
		assert_string_equal(values_text(row, "due_step"), "REPLY");
		assert_int_equal(values_integer(row, "due_until") - values_integer(row, "received_at"), 5 * DAY);
		limited++;
	}
	assert_true(limited > 0);
}

static void warns_when_a_limit_is_near_and_not_before(void **state)
{
	struct stage *stage = *state;
	struct values *asked = inbox_question(stage->arena);
	struct rows rows;

	/* The oldest of 1200 is 73200 seconds old; a limit of the rows is near after 43200. */
	values_put_text(asked, "due", "near");
	rows = list(stage, asked);
	assert_true(rows.count > 0);
	for (size_t i = 0; i < rows.count; i++)
		assert_true(values_integer(&rows.at[i], "received_at") <= INBOX_NOW - 43200);
	values_put_text(asked, "due", "over");
	assert_int_equal(list(stage, asked).count, 0);
	values_put_integer(asked, "now", INBOX_NOW + 5 * DAY - 1000);
	rows = list(stage, asked);
	assert_true(rows.count > 0);
	for (size_t i = 0; i < rows.count; i++)
		assert_int_equal(values_integer(&rows.at[i], "over"), 1);
}

static void finds_words_of_number_story_place_and_facility_and_takes_signs_for_themselves(void **state)
{
	static const char *const found[][2] = { { "%000123%", "2026-000123" }, { "%第 88 次%", "2026-000088" }, { "%长寿路 4 号%", "2026-000004" },
		{ "%小树苗 sunny 13%", "2026-000013" }, { "%100!%，押金 !_ 不退%", "2026-000011" } };
	struct rows rows;

	for (size_t i = 0; i < sizeof found / sizeof *found; i++) {
		rows = list_with(*state, "words", found[i][0]);
		assert_true(has(&rows, found[i][1]));
		assert_true(rows.count < CASES / 4);
	}
	assert_int_equal(list_with(*state, "words", "%100!_，押金%").count, 0);
}

static void counts_messages_of_the_reporter_that_are_neither_answered_nor_read(void **state)
{
	struct stage *stage = *state;
	struct values *asked = inbox_question(stage->arena), *change = values_new(stage->arena);
	struct rows rows;

	values_put_integer(asked, "unread", 1);
	rows = list(stage, asked);
	assert_true(has(&rows, numbered(stage->arena, 7)));
	assert_false(has(&rows, numbered(stage->arena, 14)));
	assert_int_equal(values_integer(&rows.at[0], "unread_messages"), 1);
	values_put_text(change, "number", numbered(stage->arena, 7));
	values_put_integer(change, "position", 1);
	assert_int_equal(sql_do(stage->sql, &case_seen, change), 1);
	rows = list(stage, asked);
	assert_false(has(&rows, numbered(stage->arena, 7)));
}

static void waits_for_the_leading_department_of_the_newest_round_until_it_takes_or_returns(void **state)
{
	struct stage *stage = *state;
	struct values *asked = inbox_question(stage->arena), *change = values_new(stage->arena);
	const char *number = numbered(stage->arena, 21);
	struct rows rows;

	/* Two rounds, led by D5, then by D6. */
	values_put_text(change, "number", number);
	values_put_integer(change, "round", 2);
	values_put_integer(asked, "waiting", 1);
	values_put_text(asked, "own_department", "D6");
	values_put_text(asked, "scope_account", "D6");
	rows = list(stage, asked);
	assert_true(has(&rows, number));
	values_put_text(asked, "own_department", "D5");
	values_put_text(asked, "scope_account", "D5");
	rows = list(stage, asked);
	assert_false(has(&rows, number));
	assert_int_equal(sql_do(stage->sql, &dispatch_returned, change), 1);
	values_put_text(asked, "own_department", "D6");
	values_put_text(asked, "scope_account", "D6");
	rows = list(stage, asked);
	assert_false(has(&rows, number));
}

static void counts_the_lists_that_everyone_has_as_the_lists_themselves_do(void **state)
{
	static const char *const lists[][3] = { { "list_new", "state", "RECEIVED" }, { "list_returned", "state", "RETURNED_BY_DEPT" },
		{ "list_review", "state", "REVIEW" }, { "list_mine", "handler", "wang" }, { "list_pressing", "due", "pressing" },
		{ "list_near", "due", "near" }, { "list_waiting", "waiting", NULL }, { "list_unread", "unread", NULL },
		{ "list_supervised", "supervised", NULL } };
	static const char *const departments[] = { "", "D6", "D2" };
	struct stage *stage = *state;
	int64_t all = 0;

	for (size_t d = 0; d < 3; d++) {
		struct values *asked = inbox_question(stage->arena), *counts;

		values_put_text(asked, "own_department", departments[d]);
		values_put_text(asked, "scope_account", *departments[d] ? departments[d] : "district");
		values_put_text(asked, "open", "open");
		values_put_text(asked, "account", "wang");
		assert_int_equal(sql_row(stage->sql, &Q_desk_quick_counts, asked, stage->arena, &counts), SQL_FOUND);
		for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
			struct values *one = values_copy(asked, stage->arena);
			struct rows rows;

			if (lists[i][2])
				values_put_text(one, lists[i][1], lists[i][2]);
			else
				values_put_integer(one, lists[i][1], 1);
			rows = list(stage, one);
			assert_int_equal(values_integer(counts, lists[i][0]), rows.count);
			for (size_t j = 0; rows.count && j < counts->count; j++)
				assert_int_equal(values_integer(&rows.at[0], counts->at[j].name), counts->at[j].integer);
			all += values_integer(counts, lists[i][0]);
		}
	}
	assert_true(all > 200);
}

/* The page behind a row, or before it. */
static struct rows page_beside(struct stage *stage, struct values *asked, int direction, const struct values *row)
{
	values_put_integer(asked, "direction", direction);
	values_put_integer(asked, "after_place", values_integer(row, "place_in_list"));
	values_put_text(asked, "after_key", values_text(row, "number"));
	return list(stage, asked);
}

static void are_the_same(const struct rows *page, const struct rows *all, size_t from)
{
	for (size_t i = 0; i < page->count; i++)
		assert_string_equal(values_text(&page->at[i], "number"), values_text(&all->at[from + i], "number"));
}

static void gives_every_case_once_over_all_pages_and_back(void **state)
{
	static const char *const sorts[] = { "deadline", "received", "changed" };
	static const char *const opens[] = { "all", "open", "closed" };
	struct stage *stage = *state;

	for (size_t s = 0; s < 9; s++) {
		struct values *asked = inbox_question(stage->arena);
		struct rows all, page;
		size_t at = 0;

		values_put_text(asked, "sort", sorts[s % 3]);
		values_put_text(asked, "open", opens[s / 3]);
		all = list(stage, asked);
		assert_true(all.count > 50);
		values_put_integer(asked, "most", 50);
		for (page = list(stage, asked); page.count; page = page_beside(stage, asked, 1, &all.at[at - 1])) {
			are_the_same(&page, &all, at);
			at += page.count;
		}
		assert_int_equal(at, all.count);
		for (at--; at; at -= page.count) {
			page = page_beside(stage, asked, -1, &all.at[at]);
			assert_int_equal(page.count, at < 50 ? at : 50);
			are_the_same(&page, &all, at - page.count);
		}
	}
}

/* Reminders are of the file of any procedure. */
static const char *case_of(const struct values *row)
{
	return values_text(row, values_find(row, "case_number") ? "case_number" : "number");
}

static void fills_the_day_from_the_scope_alone(void **state)
{
	static const struct query *const made[] = { &task_add, &request_add, &outcome_add, &meeting_add, &reminder_add };
	static const struct query *const day[] = { &Q_desk_day_tasks, &Q_desk_day_requests, &Q_desk_day_outcomes, &Q_desk_day_meetings,
		&Q_desk_day_reminders };
	static const char *const asks[] = { "wang", "zhao", "zhao", "zhao", "zhao" };
	struct stage *stage = *state;
	struct truth truth = read_truth(stage);

	for (size_t i = 0; i < 5; i++) {
		struct values *asked = inbox_question(stage->arena);
		struct rows wide, narrow;
		size_t own = 0;

		assert_true(sql_do(stage->sql, made[i], NULL) > 0);
		values_put_text(asked, "account", asks[i]);
		values_put_text(asked, "department", "D2");
		values_put_text(asked, "today", "2026-11-24");
		values_put_integer(asked, "since", 0);
		values_put_integer(asked, "is_desk", 0);
		assert_true(sql_list(stage->sql, day[i], asked, stage->arena, CASES, &wide));
		values_put_text(asked, "own_department", "D2");
		values_put_text(asked, "scope_account", "D2");
		assert_true(sql_list(stage->sql, day[i], asked, stage->arena, CASES, &narrow));
		for (size_t r = 0; r < wide.count; r++)
			own += is_handed_to(&truth, case_of(&wide.at[r]), "D2");
		for (size_t r = 0; r < narrow.count; r++)
			assert_true(is_handed_to(&truth, case_of(&narrow.at[r]), "D2"));
		assert_int_equal(narrow.count, own);
		assert_true(own > 0 && own < wide.count);
	}
}

static void puts_what_one_asked_or_prepared_oneself_before_others_only(void **state)
{
	struct stage *stage = *state;
	struct values *asked = inbox_question(stage->arena);
	struct rows rows;

	values_put_text(asked, "account", "wang");
	assert_true(sql_list(stage->sql, &Q_desk_day_requests, asked, stage->arena, CASES, &rows));
	assert_int_equal(rows.count, 0);
	assert_true(sql_list(stage->sql, &Q_desk_day_outcomes, asked, stage->arena, CASES, &rows));
	assert_int_equal(rows.count, 0);
}

static void jumps_to_a_number_or_its_end_within_the_scope(void **state)
{
	struct stage *stage = *state;
	struct values *asked = inbox_question(stage->arena);
	struct rows rows;

	values_put_text(asked, "number", "");
	values_put_text(asked, "ending", "%-000123");
	assert_true(sql_list(stage->sql, &Q_desk_case_jump, asked, stage->arena, 20, &rows));
	assert_int_equal(rows.count, 1);
	values_put_text(asked, "scope_account", "S4");
	assert_true(sql_list(stage->sql, &Q_desk_case_jump, asked, stage->arena, 20, &rows));
	assert_int_equal(rows.count, 0);
}

static struct rows kept(struct stage *stage, const char *account, const char *procedure)
{
	struct values *asked = values_new(stage->arena);
	struct rows rows;

	values_put_text(asked, "account", account);
	values_put_text(asked, "procedure", procedure);
	assert_true(sql_list(stage->sql, &Q_desk_kept_list, asked, stage->arena, 10, &rows));
	return rows;
}

static void keeps_lists_by_a_name_for_each_account_and_procedure_in_their_order(void **state)
{
	struct stage *stage = *state;
	struct values *row = values_new(stage->arena);
	static const char *const put[][4] = { { "wang", "case", "over", "due=over" }, { "wang", "case", "food", "matter=FOOD" },
		{ "li", "case", "over", "state=HANDLING" }, { "wang", "outcome", "over", "due=near" }, { "wang", "case", "over", "due=near" } };

	for (size_t i = 0; i < 2; i++) {
		values_put_text(row, "name", i ? "li" : "wang");
		assert_int_equal(sql_do(stage->sql, &account_add, row), 1);
	}
	for (size_t i = 0; i < 5; i++) {
		values_put_text(row, "account", put[i][0]);
		values_put_text(row, "procedure", put[i][1]);
		values_put_text(row, "name", put[i][2]);
		values_put_text(row, "query", put[i][3]);
		assert_int_equal(sql_do(stage->sql, &Q_desk_kept_put, row), 1);
	}
	assert_int_equal(kept(stage, "wang", "case").count, 2);
	assert_int_equal(kept(stage, "wang", "outcome").count, 1);
	assert_string_equal(values_text(&kept(stage, "wang", "case").at[0], "query"), "due=near");
	assert_string_equal(values_text(&kept(stage, "li", "case").at[0], "query"), "state=HANDLING");
	assert_int_equal(sql_do(stage->sql, &Q_desk_kept_remove, row), 1);
	assert_int_equal(kept(stage, "wang", "case").count, 1);
	assert_int_equal(kept(stage, "wang", "outcome").count, 1);
	assert_int_equal(kept(stage, "li", "case").count, 1);
}

static int set_up(void **state)
{
	struct stage *stage = calloc(1, sizeof *stage);

	stage->arena = arena_new((size_t)1 << 30);
	stage->sql = opened(stage->arena);
	*state = stage;
	return 0;
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
		cmocka_unit_test(shows_a_street_its_own_and_what_was_handed_to_it_whatever_the_filters),
		cmocka_unit_test(shows_a_department_what_is_handed_to_it_in_the_newest_round_whatever_the_filters),
		cmocka_unit_test(shows_an_unknown_street_or_department_nothing),
		cmocka_unit_test(shows_who_sees_several_places_what_is_of_any_of_them_whatever_the_filters),
		cmocka_unit_test(shows_who_sees_a_facility_what_is_about_it_whatever_the_filters),
		cmocka_unit_test(shows_a_scope_that_says_nothing_nothing),
		cmocka_unit_test(shows_nothing_at_once_when_the_scope_is_taken_away),
		cmocka_unit_test(gives_a_file_the_same_cases_in_the_same_order),
		cmocka_unit_test(lists_what_is_over_first_and_then_the_nearest_limit),
		cmocka_unit_test(knows_no_limit_of_what_is_answered_suspended_or_closed),
		cmocka_unit_test(goes_by_the_limit_of_the_reply_and_not_by_how_far_it_could_be_moved),
		cmocka_unit_test(warns_when_a_limit_is_near_and_not_before),
		cmocka_unit_test(finds_words_of_number_story_place_and_facility_and_takes_signs_for_themselves),
		cmocka_unit_test(counts_the_lists_that_everyone_has_as_the_lists_themselves_do),
		cmocka_unit_test(gives_every_case_once_over_all_pages_and_back),
		cmocka_unit_test(counts_messages_of_the_reporter_that_are_neither_answered_nor_read),
		cmocka_unit_test(waits_for_the_leading_department_of_the_newest_round_until_it_takes_or_returns),
		cmocka_unit_test(fills_the_day_from_the_scope_alone),
		cmocka_unit_test(puts_what_one_asked_or_prepared_oneself_before_others_only),
		cmocka_unit_test(jumps_to_a_number_or_its_end_within_the_scope),
		cmocka_unit_test(keeps_lists_by_a_name_for_each_account_and_procedure_in_their_order),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
