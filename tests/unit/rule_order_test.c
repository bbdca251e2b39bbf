/* SPDX-License-Identifier: Apache-2.0 */
/* Every query that takes one of several rows of a rule takes the same one (db/parts/rule.sql). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "accounts.h"
#include "cases.h"
#include "desk.h"
#include "lib/sql/sql.h"
#include "portal_queries.h"
#include "remind.h"
#include "shanyu.h"
#include <retention.h> /* the pack */

/* The first row of each is the one that counts. */
static const struct query *const asking[] = {
	&Q_case_rule,	   &Q_clock_near_share, &Q_account_rule, &Q_retention_rule, &Q_remind_rule,
	&Q_desk_rule_source, &Q_rule_on,	       &Q_edition_rule_on, &Q_edition_rules,
};
#define ASKING (sizeof asking / sizeof *asking)

/* One that all of them know; the others ask for a key. */
#define KEY "escalation.near_share"

struct registry {
	struct arena *arena;
	char path[40];
	struct sql *sql;
};

static int open_registry(void **state)
{
	static const struct query_pack pack = { asking, ASKING };
	static const struct query_pack *const packs[] = { &pack, NULL };
	struct registry *registry = calloc(1, sizeof *registry);
	struct sql_opening opening = { .mode = SQL_CREATE };
	const char *problem = "";
	int file;

	*state = registry;
	registry->arena = arena_new((size_t)16 << 20);
	strcpy(registry->path, "/tmp/shanyu-rules-XXXXXX");
	file = mkstemp(registry->path);
	if (file < 0)
		return -1;
	close(file);
	opening.address = registry->path;
	registry->sql = sql_open(&opening, registry->arena, &problem);
	return registry->sql &&
			       sql_script(registry->sql,
					  "create table rule (key text, jurisdiction text, value real, unit text, effective_from text, effective_to text, source text);") &&
			       sql_prepare(registry->sql, packs)
		       ? 0
		       : -1;
}

static int close_registry(void **state)
{
	struct registry *registry = *state;

	sql_close(registry->sql);
	unlink(registry->path);
	unlink(arena_format(registry->arena, "%s-journal", registry->path));
	arena_free(registry->arena);
	free(registry);
	return 0;
}

/* A row that says whose it is, or from when; the length of that is its value. */
static void put(struct registry *registry, const char *jurisdiction, const char *from, const char *source)
{
	const char *script = arena_format(registry->arena, "insert into rule values ('" KEY "', '%s', %zu, 'day', '%s', null, '%s');", jurisdiction,
					  strlen(source), from, source);

	assert_true(sql_script(registry->sql, script));
}

/* All of them take the row of that source: by one of the two they tell. */
static void expect_source(struct registry *registry, const char *source)
{
	struct values *asked = values_new(registry->arena);
	struct rows rows;

	values_put_text(asked, "key", KEY);
	values_put_text(asked, "day", "2026-11-30");
	for (size_t i = 0; i < ASKING; i++) {
		bool fine = sql_list(registry->sql, asking[i], asked, registry->arena, 10, &rows) && rows.count;

		if (!fine)
			fail_msg("%s: %s", asking[i]->name, sql_problem(registry->sql));
		if (values_real(&rows.at[0], "value") != (double)strlen(source) && strcmp(values_text(&rows.at[0], "source"), source) != 0)
			fail_msg("%s does not take the row of %s", asking[i]->name, source);
	}
}

static void the_nations_counts_where_there_is_no_other(void **state)
{
	put(*state, "CN", "2020-01-01", "nation");
	expect_source(*state, "nation");
}

static void the_citys_goes_before_the_nations_however_its_code_is_written(void **state)
{
	static const char *const cities[] = { "AH", "SH", "31", "310000", "11" };

	put(*state, "CN", "2026-01-01", "nation");
	for (size_t i = 0; i < sizeof cities / sizeof *cities; i++) {
		put(*state, cities[i], "2020-01-01", "the city");
		expect_source(*state, "the city");
		assert_true(sql_script(((struct registry *)*state)->sql, "delete from rule where jurisdiction <> 'CN';"));
	}
}

static void the_districts_own_goes_before_both_however_old_it_is(void **state)
{
	put(*state, "310107", "2019-01-01", "its own");
	put(*state, "SH", "2025-01-01", "the city");
	put(*state, "310000", "2025-01-01", "the city");
	put(*state, "CN", "2026-01-01", "nation");
	expect_source(*state, "its own");
}

static void a_district_whose_code_ends_in_nought_is_a_district(void **state)
{
	put(*state, "310000", "2025-01-01", "the city");
	put(*state, "310110", "2019-01-01", "its own");
	expect_source(*state, "its own");
}

static void of_one_place_the_newest_counts(void **state)
{
	put(*state, "310107", "2019-01-01", "old");
	put(*state, "310107", "2024-01-01", "newer");
	put(*state, "310107", "2027-01-01", "not valid yet");
	expect_source(*state, "newer");
}

int main(void)
{
#define EACH(test) cmocka_unit_test_setup_teardown(test, open_registry, close_registry)
	const struct CMUnitTest tests[] = {
		EACH(the_nations_counts_where_there_is_no_other),
		EACH(the_citys_goes_before_the_nations_however_its_code_is_written),
		EACH(the_districts_own_goes_before_both_however_old_it_is),
		EACH(a_district_whose_code_ends_in_nought_is_a_district),
		EACH(of_one_place_the_newest_counts),
	};

	return cmocka_run_group_tests_name("rule order", tests, NULL, NULL);
}
