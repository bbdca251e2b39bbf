/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A registry with the district's own data (db/district), two streets, one facility and some officers, for the tests of cases/. The clock begins
 * on Monday, 2026-11-23, 10:00 in China.
 */
#ifndef SHANYU_TESTS_CASE_FIXTURE_H
#define SHANYU_TESTS_CASE_FIXTURE_H

#include <setjmp.h>
#include <sodium.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "cases.h"
#include "domain/cases/desk.h"
#include "lib/base/csv.h"
#include "lib/seal/key.h"
#include "lib/seal/mailbox.h"
#include "lib/sql/migrate.h"
#include "lib/base/text.h"
#include "mail.h"
#include "registry_migrations.h"
#include "shanyu.h"

#define MONDAY INT64_C(1795399200)
#define DAY INT64_C(86400)
#define STREET "310107015"
#define OTHER_STREET "310107014"
#define FACILITY "F000001"

struct fixture {
	struct casework work;
	char path[64];
	char key_path[64];
	int letters;
};

static inline bool load_csv(struct fixture *fixture, const char *name, const struct query *put, const char *integer,
			    const char *real)
{
	const char *problem = "", *path = arena_format(fixture->work.arena, "db/district/%s", name);
	struct csv *csv = csv_open(path, true, fixture->work.arena, &problem);
	struct values *row;
	bool done = csv != NULL;

	while (done && csv_next(csv, fixture->work.arena, &row) == CSV_FOUND) {
		int64_t number = 0;
		double decimal = 0;

		for (size_t i = 0; i < row->count; i++)
			if (row->at[i].kind == VALUE_TEXT && !*row->at[i].text)
				values_put_null(row, row->at[i].name);
		if (text_to_integer(values_text(row, integer), &number))
			values_put_integer(row, integer, number);
		if (text_to_real(values_text(row, real), &decimal))
			values_put_real(row, real, decimal);
		done = sql_do(fixture->work.sql, put, row) >= 0;
	}
	if (csv)
		csv_close(csv);
	return done;
}

static inline bool load_district(struct fixture *fixture)
{
	return load_csv(fixture, "terms.csv", &Q_term_put, "position", "-") &&
	       load_csv(fixture, "rules.csv", &Q_rule_put, "-", "value") &&
	       load_csv(fixture, "deadlines.csv", &Q_rule_put, "-", "value") &&
	       load_csv(fixture, "workdays.csv", &Q_workday_put, "-", "-") &&
	       load_csv(fixture, "departments.csv", &Q_department_put, "position", "-") &&
	       load_csv(fixture, "matter-words.csv", &Q_matter_word_put, "weight", "-") &&
	       load_csv(fixture, "routing.csv", &Q_routing_rule_first, "position", "-") &&
	       sql_script(
		       fixture->work.sql,
		       "insert into street (code, name, lat, lon, outline, position) values ('" STREET
		       "', '甲街道', 31.2, 121.4, '', 1),"
		       " ('" OTHER_STREET "', '乙街道', 31.2, 121.4, '', 2);"
		       "insert into facility (code, name, kind, street_code, address, lat, lon, filing_state, changed_at) values"
		       " ('" FACILITY "', '宝宝园', 'NURSERY', '" STREET "', '某路 1 号', 31.2, 121.4, 'FILED', 0);"
		       "insert into account (name, full_name, department, state, password, password_changed_at, totp_step, created_at,"
		       " created_by, changed_at) values ('wang', '王', 'EDUCATION', 'ACTIVE', '', 0, 0, 0, '', 0),"
		       " ('li', '李', 'EDUCATION', 'ACTIVE', '', 0, 0, 0, '', 0),"
		       " ('zhao', '赵', 'EDUCATION', 'DISABLED', '', 0, 0, 0, '', 0),"
		       " ('sun', '孙', 'MARKET', 'ACTIVE', '', 0, 0, 0, '', 0),"
		       " ('chief', '周', '', 'ACTIVE', '', 0, 0, 0, '', 0);"
		       "insert into account_role (account, role) select name, case department when '' then 'APPROVER' else 'DEPARTMENT' end from account;"
		       "insert into account_scope (account, kind, code) select name, case department when '' then 'DISTRICT' else 'DEPARTMENT' end, department from account;") &&
	       sql_do(fixture->work.sql, &Q_department_streets, NULL) >= 0;
}

static inline int set_up(void **state)
{
	static const struct query_pack *const packs[] = { &cases_pack, &mail_pack, &shanyu_pack, NULL };
	struct fixture *fixture = test_calloc(1, sizeof *fixture);
	struct sql_opening opening = { .address = fixture->path, .mode = SQL_CREATE };
	const char *problem = "";

	*state = fixture;
	if (sodium_init() < 0)
		return 1;
	snprintf(fixture->path, sizeof fixture->path, "/tmp/shanyu-cases-%d.db", (int)getpid());
	unlink(fixture->path);
	fixture->work = (struct casework){ .arena = arena_new((size_t)256 << 20), .now = MONDAY, .problem = "" };
	snprintf(fixture->key_path, sizeof fixture->key_path, "/tmp/shanyu-cases-%d.key", (int)getpid());
	unlink(fixture->key_path);
	if (!key_make(fixture->key_path, fixture->work.arena, &problem))
		return 1;
	fixture->work.contact_key = key_file_open(fixture->key_path, fixture->work.arena, &problem);
	fixture->work.sql = sql_open(&opening, fixture->work.arena, &problem);
	if (!fixture->work.sql || migrate_up(fixture->work.sql, &registry_migrations) < 0 ||
	    !sql_prepare(fixture->work.sql, packs) || !sql_begin(fixture->work.sql) || !load_district(fixture) ||
	    !sql_commit(fixture->work.sql)) {
		print_error("%s %s\n", problem, fixture->work.sql ? sql_problem(fixture->work.sql) : "");
		return 1;
	}
	return !sql_begin(fixture->work.sql);
}

static inline int tear_down(void **state)
{
	struct fixture *fixture = *state;

	sql_rollback(fixture->work.sql);
	sql_close(fixture->work.sql);
	key_file_close(fixture->work.contact_key);
	unlink(fixture->key_path);
	unlink(fixture->path);
	unlink(arena_format(fixture->work.arena, "%s-journal", fixture->path));
	arena_free(fixture->work.arena);
	test_free(fixture);
	return 0;
}

static inline struct casework *work_of(void **state)
{
	return &((struct fixture *)*state)->work;
}

#define assert_done(expression) assert_answer(expression, CASE_DONE)
#define assert_answer(expression, expected)                                                                                        \
	do {                                                                                                                       \
		int answer_ = (int)(expression);                                                                                   \
		if (answer_ != (int)(expected))                                                                                    \
			fail_msg("%s is %d: %s", #expression, answer_, work_of(state)->problem);                                   \
	} while (0)

/* Refused with the cause that the page has a sentence for. */
#define assert_refused(expression, expected, cause)                                                                                \
	do {                                                                                                                       \
		work_of(state)->why = "";                                                                                          \
		assert_answer(expression, expected);                                                                               \
		assert_string_equal(work_of(state)->why, cause);                                                                   \
	} while (0)

/* Letters of reporters who are not the same; the facility is on the list. */
static inline const char *open_letter(void **state, const char *kind, const char *story, const char *facility, const char *contact)
{
	struct fixture *fixture = *state;
	int letter = ++fixture->letters;
	const char *hex = arena_format(fixture->work.arena, "%064x", letter), *number = "";
	struct case_letter sent = { .envelope = hex,
				    .lookup = hex,
				    .opening = "{}",
				    .said = values_of_texts(fixture->work.arena, "kind", kind, "facility", facility, "place", "某路", "story",
							    story, "wish", "", "happened", "", "going_on", "", "reply_by", "receipt",
							    "contact_name", contact, "contact_phone", "13800000000", "contact_other",
							    "", NULL),
				    .lane = "proof",
				    .sent_at = fixture->work.now };

	values_put_integer(sent.said, "anonymous", !*contact);
	values_put_integer(sent.said, "split", 0);
	memset(sent.mailbox_key, letter, SECRET_KEY);
	assert_done(case_open(&fixture->work, &sent, &number));
	return number;
}

static inline const char *open_case(void **state)
{
	return open_letter(state, "COMPLAINT", "中午的饭菜是冷的，孩子吃了拉肚子", FACILITY, "");
}

/* What stands in the case's row. */
static inline struct values *case_now(void **state, const char *number)
{
	enum case_answer answer;
	struct values *one = casework_case(work_of(state), number, &answer);

	assert_non_null(one);
	return one;
}

#define assert_case(number, column, text) assert_string_equal(values_text(case_now(state, number), column), text)

static inline struct values *deadline_of(void **state, const char *number, const char *step)
{
	struct rows rows;

	assert_true(case_deadline_list(work_of(state), number, &rows));
	for (size_t i = 0; i < rows.count; i++)
		if (strcmp(values_text(&rows.at[i], "step"), step) == 0)
			return &rows.at[i];
	return NULL;
}

/* What the reporter reads, as JSON. */
static inline const char *mailbox_of(void **state, const char *number)
{
	struct casework *work = work_of(state);
	const char *lookup = values_text(case_now(state, number), "receipt_lookup"), *text = "";
	struct values *parameters = values_new(work->arena);
	uint8_t key[SECRET_KEY], place[SECRET_KEY];
	struct rows rows;

	memset(key, (int)strtol(lookup + 48, NULL, 16), sizeof key);
	sodium_hex2bin(place, sizeof place, lookup, 64, NULL, NULL, NULL);
	values_put_integer(parameters, "seq", 0);
	values_put_integer(parameters, "most", 100);
	assert_true(sql_list(work->sql, &Q_mailbox_after, parameters, work->arena, 100, &rows));
	for (size_t i = 0; i < rows.count; i++) {
		const struct value *sealed = values_find(&rows.at[i], "sealed");

		if (strcmp(values_text(&rows.at[i], "lookup"), lookup) == 0)
			assert_int_equal(mailbox_open(key, place, (const char *)sealed->blob, sealed->size, work->arena, &text),
					 MAILBOX_FOUND);
	}
	return text;
}

#define assert_reads(number, words) assert_non_null(strstr(mailbox_of(state, number), words))
#define assert_reads_nothing_of(number, words) assert_null(strstr(mailbox_of(state, number), words))

/* Who does something. */
#define DESK(number) (&(struct case_act){ number, -1, CASE_DESK, "desk", "" })
#define CHIEF(number) (&(struct case_act){ number, -1, CASE_APPROVER, "chief", "" })
#define OFFICER(number, name, code) (&(struct case_act){ number, -1, CASE_DEPARTMENT, name, code })
#define WANG(number) OFFICER(number, "wang", "EDUCATION")

static inline void accept_case(void **state, const char *number)
{
	assert_done(case_triage(work_of(state), DESK(number), &(struct case_sorting){ "COMPLAINT", "ORDINARY", "STANDARD", "" }));
	assert_done(case_accept(work_of(state), DESK(number), "已经受理"));
}

/* To EDUCATION, handled by wang. */
static inline void handle_case(void **state, const char *number)
{
	struct case_order order = { .lead = "EDUCATION", .assists = "LABOUR", .note = "", .reason = "" };

	accept_case(state, number);
	assert_done(case_dispatch(work_of(state), DESK(number), &order));
	assert_done(case_take(work_of(state), WANG(number)));
}

static inline void answer_case(void **state, const char *number)
{
	handle_case(state, number);
	assert_done(case_reply(work_of(state), WANG(number), "SUBSTANTIATED_CORRECTED", "", "已经整改"));
}

#endif
