/* SPDX-License-Identifier: Apache-2.0 */
/* shanyu demo: fill a registry with a district whose facilities are all invented. Refuses one that holds real facilities. */
#include <inttypes.h>
#include <stdio.h>

#include "commands/core/command.h"
#include "demo_accounts.h"
#include "demo_cases.h"
#include "demo_facilities.h"
#include "lib/base/calendar.h"
#include "lib/base/clock.h"
#include "lib/base/progress.h"
#include "lib/base/text.h"
#include "shanyu.h"

#define SEED_USUAL 88
#define FACILITIES_MOST 1000000
#define TRANSACTION_FACILITIES 10000
#define FACILITY_ARENA ((size_t)1024 * 1024)

static bool number_option(struct command_call *call, const char *name, int64_t least, int64_t most, int64_t *number)
{
	const char *text = command_option(call, name);

	if (!text || (text_to_integer(text, number) && *number >= least && *number <= most))
		return true;
	command_fails(call, EXIT_USAGE, "%s takes a number from %" PRId64 " to %" PRId64 ", not '%s'", name, least, most, text);
	return false;
}

/* Days of a freshness rule on the day; 0 after noting the problem. */
static int rule_days(struct demo *demo, const char *key, struct arena *arena, const char **problem)
{
	struct values *on = values_new(arena), *row;

	values_put_text(on, "key", key);
	values_put_text(on, "day", calendar_day_text(arena, demo->freshness.today));
	if (sql_row(demo->sql, &Q_rule_on, on, arena, &row) == SQL_FOUND && values_real(row, "value") >= 2)
		return (int)values_real(row, "value");
	*problem = sql_failed(demo->sql) ? sql_problem(demo->sql)
					 : arena_format(arena, "the registry has no rule %s for today; run shanyu init", key);
	return 0;
}

static const char *read_rules(struct demo *demo, struct arena *arena)
{
	const char *problem = NULL;

	demo->freshness.today = calendar_day_of(clock_now(), CALENDAR_CHINA);
	demo->freshness.vacancy_days = rule_days(demo, "freshness.vacancy_days", arena, &problem);
	demo->freshness.fee_days = rule_days(demo, "freshness.fee_days", arena, &problem);
	demo->freshness.hours_days = rule_days(demo, "freshness.hours_days", arena, &problem);
	return problem;
}

/* Why this registry is not the demo's to fill; NULL when it is. */
static const char *refusal(struct demo *demo, const char *registry, struct arena *arena)
{
	struct values *row;

	if (sql_row(demo->sql, &Q_demo_stranger, NULL, arena, &row) == SQL_FOUND)
		return arena_format(arena, "%s holds facilities that are not the demo's (%s); the demo goes into a registry of its own",
				    registry, values_text(row, "code"));
	if (sql_failed(demo->sql))
		return sql_problem(demo->sql);
	if (sql_row(demo->sql, &Q_district_one, NULL, arena, &row) == SQL_FOUND && !values_say(row, "demo"))
		return arena_format(arena, "%s serves the district %s in earnest; the demo goes into a registry of its own", registry,
				    values_text(row, "code"));
	return sql_failed(demo->sql) ? sql_problem(demo->sql) : NULL;
}

static bool put_street(struct demo *demo, const struct demo_street *street, struct arena *arena)
{
	struct values *row = values_new(arena);

	values_put_text(row, "code", street->code);
	values_put_text(row, "name", street->name);
	values_put_real(row, "lat", street->lat);
	values_put_real(row, "lon", street->lon);
	values_put_text(row, "outline", street->outline);
	values_put_integer(row, "position", street->position);
	return sql_do(demo->sql, &Q_street_put, row) >= 0;
}

static bool put_community(struct demo *demo, const struct demo_community *community, struct arena *arena)
{
	struct values *row = values_new(arena);

	values_put_text(row, "code", community->code);
	values_put_text(row, "name", community->name);
	values_put_text(row, "street_code", community->street_code);
	values_put_real(row, "lat", community->lat);
	values_put_real(row, "lon", community->lon);
	return sql_do(demo->sql, &Q_community_put, row) >= 0;
}

static bool put_place(struct demo *demo, const struct demo_place *place, struct arena *arena)
{
	struct values *row = values_new(arena);

	values_put_text(row, "code", place->code);
	values_put_text(row, "kind", place->kind);
	values_put_text(row, "name", place->name);
	values_put_text(row, "street_code", place->street_code);
	values_put_real(row, "lat", place->lat);
	values_put_real(row, "lon", place->lon);
	values_put_integer(row, "precision_m", place->precision_m);
	values_put_text(row, "path", place->path);
	values_put_text(row, "source", place->source);
	values_put_text(row, "source_key", "");
	return sql_do(demo->sql, &Q_place_put, row) >= 0;
}

static bool put_district(struct demo *demo, struct arena *arena)
{
	struct values *row = values_copy(demo->data->district, arena);

	values_put_integer(row, "demo", 1);
	if (sql_do(demo->sql, &Q_district_put, row) < 0)
		return false;
	for (size_t i = 0; i < demo->data->street_count; i++)
		if (!put_street(demo, &demo->data->streets[i], arena))
			return false;
	for (size_t i = 0; i < demo->data->community_count; i++)
		if (!put_community(demo, &demo->data->communities[i], arena))
			return false;
	for (size_t i = 0; i < demo->data->place_count; i++)
		if (!put_place(demo, &demo->data->places[i], arena))
			return false;
	return sql_do(demo->sql, &Q_department_streets, NULL) >= 0;
}

/* The number of facilities that are there for good; fewer than asked for when sql_problem tells why. */
static int64_t make_all(struct demo *demo, int64_t facilities, struct arena *arena)
{
	struct progress progress = progress_start("facilities", facilities);
	int64_t kept = 0, made = 0;
	bool fine = sql_begin(demo->sql) && sql_do(demo->sql, &Q_demo_forget, NULL) >= 0 && put_district(demo, arena);

	while (fine && kept < facilities) {
		fine = demo_facility_make(demo, ++made);
		arena_sweep(demo->arena);
		if (fine && (made == facilities || made % TRANSACTION_FACILITIES == 0)) {
			fine = sql_commit(demo->sql);
			kept = fine ? made : kept;
			fine = fine && (made == facilities || sql_begin(demo->sql));
		}
		progress_at(&progress, made);
	}
	progress_end(&progress);
	if (!fine)
		sql_rollback(demo->sql);
	return kept;
}

static enum exit_code fill(struct command_call *call, struct demo *demo, int64_t facilities)
{
	const char *problem = refusal(demo, sql_address_shown(call->config->registry, call->arena), call->arena);
	int64_t made;

	if (!problem)
		problem = read_rules(demo, call->arena);
	if (problem)
		return command_fails(call, EXIT_FAILED, "%s", problem);
	made = make_all(demo, facilities, call->arena);
	if (made < facilities)
		return command_fails(call, EXIT_FAILED, "%s; %" PRId64 " facilities were made", sql_problem(demo->sql), made);
	printf("%zu streets, %zu communities, %" PRId64 " invented facilities, %" PRId64 " programmes with %" PRId64 " places\n",
	       demo->data->street_count, demo->data->community_count, made, demo->programmes, demo->places);
	return EXIT_DONE;
}

static enum exit_code run_demo(struct command_call *call)
{
	const char *folder = command_option(call, "--data"), *problem;
	int64_t seed = SEED_USUAL, facilities = 0, cases = 0;
	enum exit_code code;
	struct demo demo = { 0 };

	if (!number_option(call, "--seed", 0, INT64_MAX, &seed) ||
	    !number_option(call, "--facilities", 1, FACILITIES_MOST, &facilities) ||
	    !number_option(call, "--cases", 1, DEMO_CASES_MOST, &cases) || !command_words(call, 0))
		return EXIT_USAGE;
	if (!folder)
		folder = arena_format(call->arena, "%s/../demo", call->config->district);
	demo.data = demo_data_read(folder, call->arena, &problem);
	if (!demo.data)
		return command_fails(call, EXIT_FAILED, "%s", problem);
	if (!facilities)
		facilities = demo.data->facility_count;
	demo.sql = command_registry(call);
	if (!demo.sql)
		return EXIT_FAILED;
	problem = cases ? demo_cases_refusal(demo.sql, call->arena) : NULL;
	if (problem) {
		sql_close(demo.sql);
		return command_fails(call, EXIT_FAILED, "%s", problem);
	}
	demo.extent = demo_extent_of(demo.data, seed, facilities);
	demo.arena = arena_new(FACILITY_ARENA);
	code = fill(call, &demo, facilities);
	if (code == EXIT_DONE)
		code = demo_accounts_make(call, demo.sql, folder);
	if (code == EXIT_DONE && cases)
		code = demo_cases_make(call, demo.sql, folder, seed, cases);
	arena_free(demo.arena);
	sql_close(demo.sql);
	return code;
}

const struct command command_demo = {
	.name = "demo",
	.summary = "Fill an empty registry with a demonstration district",
	.usage = "[--seed NUMBER] [--facilities NUMBER] [--cases NUMBER] [--data FOLDER]",
	.help = "Makes Putuo with its streets and communities, and facilities that are all invented; every public page then says\n"
		"that it is a demonstration. Run again, it replaces its own facilities. Refuses a registry that holds others.\n"
		"The same seed gives the same data, but for the dates of assertions, which follow the clock.\n"
		"--facilities makes that many, for measuring (up to 1000000; beyond 5000 they stand around the district too).\n"
		"Makes accounts of the office too, one for each role, whose password is no secret (accounts.csv).\n"
		"--cases makes a year of invented complaints, worked on to today, and prints the receipt of one; without it there are none, or those\n"
		"that were made before. It needs the keys that shanyu init makes. Findings that are approved by now enter the publication log.\n"
		"The data is read from the folder demo beside the district's folder, or from --data. Nothing else is published.\n",
	.run = run_demo,
};
