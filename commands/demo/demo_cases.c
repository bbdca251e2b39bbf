/* SPDX-License-Identifier: Apache-2.0 */
/* Opening the demonstration's cases, in the order of their receipt. */
#include "demo_cases.h"

#include <inttypes.h>
#include <jansson.h>
#include <math.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cases.h"
#include "demo_case_data.h"
#include "demo_outcomes.h"
#include "lib/base/calendar.h"
#include "lib/base/clock.h"
#include "lib/base/json.h"
#include "lib/seal/note.h"
#include "lib/base/progress.h"
#include "lib/seal/receipt.h"
#include "shanyu.h"

#define DAY 86400
#define WAKES (7 * 3600)
#define MORE_TOWARDS_NOW 1.5
#define YEAR_SECONDS ((int64_t)365 * 86400)
#define TRANSACTION_CASES 50
#define CASE_MEMORY ((size_t)16 * 1024 * 1024)
#define MOST_ROWS 20000
#define UNLISTED 4 /* per cent: a place on no list */
#define ANONYMOUS 45
/* The story that stands for what is on no list, and what is asked of a printed receipt: answered, and to be judged. */
#define SAMPLE_STATE "REPLIED"

struct demo_cases {
	struct casework work; /* arena: of a transaction */
	struct demo_case_data *data;
	int64_t seed, count, now;
	int64_t *sent_at;          /* of every case, ascending */
	char sample[RECEIPT_TEXT]; /* "" none yet */
};

static const struct demo_story *story_of(const struct demo_case_data *data, struct demo_random *random)
{
	int64_t at = demo_random_between(random, 1, data->weights);
	size_t i = 0;

	while (at > data->stories[i].weight)
		at -= data->stories[i++].weight;
	return &data->stories[i];
}

/* Over a year, more towards its end, at waking hours; the last an hour ago. */
static int64_t sent_at(const struct demo_cases *cases, int64_t place)
{
	double before = 1 - (double)(place + 1) / (double)cases->count;
	int64_t at = cases->now - 3600 - (int64_t)((double)YEAR_SECONDS * pow(before, MORE_TOWARDS_NOW));
	int64_t second = (at + CALENDAR_CHINA) % DAY;
	int64_t awake = at - second + WAKES + second * (DAY - WAKES) / DAY;

	return awake < cases->now - 3600 ? awake : at;
}

static int by_time(const void *left, const void *right)
{
	int64_t one = *(const int64_t *)left, other = *(const int64_t *)right;

	return (one > other) - (one < other);
}

static void put_times(struct demo_cases *cases, struct arena *arena)
{
	cases->sent_at = arena_take(arena, (size_t)cases->count * sizeof *cases->sent_at);
	for (int64_t i = 0; i < cases->count; i++)
		cases->sent_at[i] = sent_at(cases, i);
	qsort(cases->sent_at, (size_t)cases->count, sizeof *cases->sent_at, by_time);
}

static void put_contact(const struct demo_cases *cases, struct values *said, struct demo_random *random)
{
	const struct demo_data *names = cases->data->names;
	struct arena *arena = cases->work.arena;

	values_put_integer(said, "anonymous", demo_random_chance(random, ANONYMOUS));
	values_put_text(
		said, "contact_name",
		arena_format(arena, "%s%s",
			     names->words[demo_random_between(random, (int64_t)names->surnames.from, (int64_t)names->surnames.to - 1)].text,
			     names->words[demo_random_between(random, (int64_t)names->given.from, (int64_t)names->given.to - 1)].text));
	values_put_text(said, "contact_phone", arena_format(arena, "1990000%04d", (int)demo_random_between(random, 0, 9999)));
}

/* A matter of the kitchen is of one that has meals, if ten tries find it. */
static const char *facility_for(const struct rows *facilities, const char *matter, struct demo_random *random)
{
	const struct values *facility = NULL;

	for (int tries = 0; tries < 10; tries++) {
		facility = &facilities->at[demo_random_between(random, 0, (int64_t)facilities->count - 1)];
		if (strcmp(matter, "FOOD") != 0 || strcmp(values_text(facility, "meals"), "NONE") != 0)
			break;
	}
	return values_text(facility, "code");
}

static void put_place(const struct demo_cases *cases, struct values *said, const char *matter, struct demo_random *random)
{
	const struct rows *facilities = &cases->data->facilities;
	bool is_unlisted = strcmp(values_text(said, "kind"), "REPORT") == 0 && demo_random_chance(random, UNLISTED * 5);

	values_put_text(said, "facility", "");
	values_put_text(said, "place", "");
	if (is_unlisted || !facilities->count)
		values_put_text(said, "place", demo_case_word(cases->data, "place", random));
	else
		values_put_text(said, "facility", facility_for(facilities, matter, random));
}

static const char *opening_of(const struct case_letter *letter, struct arena *arena)
{
	static const char *const shown[] = { "kind", "facility", "place", "story", "wish" };
	json_t *opening = json_pack("{s:s, s:I}", "what", "complaint", "sent_at", (json_int_t)letter->sent_at);

	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
		json_object_set_new(opening, shown[i], json_string(case_said(letter, shown[i])));
	return json_canonical(opening, arena);
}

/* A letter with a receipt that nobody holds. */
static enum case_answer open_one(struct demo_cases *cases, int64_t place, struct demo_life *life, struct receipt *receipt)
{
	static const char *const going_on[] = { "yes", "no", "unknown" };
	struct arena *arena = cases->work.arena;
	uint8_t lookup[RECEIPT_HASH];
	char hex[2 * RECEIPT_HASH + 1], name[RECEIPT_NAME];
	struct values *said = values_new(arena);
	struct case_letter letter = { .said = said, .lane = "demo", .sent_at = cases->sent_at[place] };

	values_put_text(said, "kind", life->story->kind);
	values_put_text(said, "story", life->story->story);
	values_put_text(said, "wish", life->story->wish);
	values_put_text(said, "happened", demo_case_word(cases->data, "happened", &life->random));
	values_put_text(said, "going_on", going_on[demo_random_between(&life->random, 0, 2)]);
	values_put_text(said, "reply_by", "receipt");
	values_put_text(said, "contact_other", "");
	receipt_make(receipt);
	receipt_lookup(receipt, lookup);
	receipt_key(receipt, letter.mailbox_key);
	receipt_envelope(receipt, name);
	sodium_bin2hex(hex, sizeof hex, lookup, sizeof lookup);
	letter.envelope = arena_copy(arena, name);
	letter.lookup = arena_copy(arena, hex);
	put_contact(cases, said, &life->random);
	put_place(cases, said, life->story->matter, &life->random);
	letter.opening = opening_of(&letter, arena);
	life->at = letter.sent_at;
	life->lookup = letter.lookup;
	cases->work.now = letter.sent_at;
	return case_open(&cases->work, &letter, &life->number);
}

/* The newest receipt whose case is answered and waits to be judged is the one that is shown. */
static bool keep_sample(struct demo_cases *cases, const char *number, const struct receipt *receipt)
{
	enum case_answer answer;
	struct values *row = casework_row(&cases->work, &Q_demo_case_state, "number", number, &answer);

	if (row && strcmp(values_text(row, "state"), SAMPLE_STATE) == 0)
		receipt_print(receipt, cases->sample);
	return row != NULL;
}

static bool make_one(struct demo_cases *cases, int64_t place)
{
	struct demo_life life = { .data = cases->data,
				  .work = &cases->work,
				  .now = cases->now,
				  .random = demo_random_start(cases->seed, "case", place) };
	struct receipt receipt;
	bool fine;

	life.story = story_of(cases->data, &life.random);
	life.answer = open_one(cases, place, &life, &receipt);
	fine = life.answer == CASE_DONE && demo_case_live(&life) && keep_sample(cases, life.number, &receipt);
	receipt_wipe(&receipt);
	if (!fine && !cases->work.problem)
		cases->work.problem = "a step of an invented case is refused";
	return fine;
}

static bool forget(struct sql *sql)
{
	static const struct query *const queries[] = { &Q_demo_cases_forget_outcomes, &Q_demo_cases_forget_mailboxes,
						       &Q_demo_cases_forget_contacts, &Q_demo_cases_forget_messages,
						       &Q_demo_cases_forget, &Q_demo_cases_forget_receipts };

	for (size_t i = 0; i < sizeof queries / sizeof *queries; i++)
		if (sql_do(sql, queries[i], NULL) < 0)
			return false;
	return true;
}

static bool make_all(struct demo_cases *cases)
{
	struct sql *sql = cases->work.sql;
	struct progress progress = progress_start("cases", cases->count);
	bool fine = sql_begin(sql) && forget(sql);

	for (int64_t i = 0; fine && i < cases->count; i++) {
		fine = make_one(cases, i);
		if (fine && (i + 1 == cases->count || (i + 1) % TRANSACTION_CASES == 0)) {
			fine = sql_commit(sql);
			arena_sweep(cases->work.arena);
			fine = fine && (i + 1 == cases->count || sql_begin(sql));
		}
		progress_at(&progress, i + 1);
	}
	progress_end(&progress);
	if (!fine)
		sql_rollback(sql);
	return fine;
}

const char *demo_cases_refusal(struct sql *sql, struct arena *arena)
{
	struct values *row;

	if (sql_row(sql, &Q_demo_case_stranger, NULL, arena, &row) == SQL_FOUND)
		return arena_format(arena, "the registry holds cases of others (%s); the demo's go into a registry of its own",
				    values_text(row, "number"));
	return sql_failed(sql) ? sql_problem(sql) : NULL;
}

static const char *read_registry(struct demo_cases *cases, struct arena *arena)
{
	struct sql *sql = cases->work.sql;
	struct values *row;
	struct rows days;

	if (sql_row(sql, &Q_demo_case_stranger, NULL, arena, &row) == SQL_FOUND)
		return arena_format(arena, "the registry holds cases of others (%s); the demo's go into a registry of its own",
				    values_text(row, "number"));
	if (sql_failed(sql) ||
	    !sql_list(sql, &Q_demo_case_facilities, NULL, arena, DEMO_CASES_MOST * 50, &cases->data->facilities) ||
	    !sql_list(sql, &Q_workday_list, NULL, arena, MOST_ROWS, &days))
		return sql_problem(sql);
	return workdays_from_rows(&days, arena, &cases->data->calendar) ? NULL : "the registry has no workdays; run shanyu migrate";
}

/* A key that may be missing: what it signs is not signed then. */
static struct note_signer *signer_at(const char *path, struct arena *arena)
{
	const char *problem;

	return access(path, R_OK) == 0 ? note_signer_read(path, arena, &problem) : NULL;
}

/* The number of outcomes published; -1 when one of them failed. */
static int64_t disclose(struct command_call *call, struct demo_cases *cases)
{
	struct note_signer *log_signer = signer_at(call->config->log_key, call->arena);
	struct demo_outcomes outcomes = { .work = &cases->work,
					  .data = cases->data,
					  .log_signer = log_signer,
					  .seed = cases->seed,
					  .now = cases->now,
					  .kept = arena_new(CASE_MEMORY * 4) };
	bool made = demo_outcomes_make(&outcomes);

	arena_free(outcomes.kept);
	note_signer_free(log_signer);
	return made ? outcomes.published : -1;
}

enum exit_code demo_cases_make(struct command_call *call, struct sql *sql, const char *folder, int64_t seed, int64_t count)
{
	static const struct query_pack *const packs[] = { &cases_pack, NULL };
	struct demo_cases cases = { .seed = seed, .count = count, .now = clock_now() };
	const char *problem = NULL;
	int64_t published = -1;

	cases.data = demo_case_data_read(folder, call->arena, &problem);
	if (cases.data)
		cases.work.contact_key = key_file_open(call->config->contact_key, call->arena, &problem);
	if (!cases.work.contact_key)
		return command_fails(call, EXIT_FAILED, "%s", problem);
	cases.work.sql = sql;
	if (!sql_prepare(sql, packs))
		return command_fails(call, EXIT_FAILED, "%s", sql_problem(sql));
	problem = read_registry(&cases, call->arena);
	if (problem)
		return command_fails(call, EXIT_FAILED, "%s", problem);
	cases.work.signer = signer_at(call->config->receipt_key, call->arena);
	cases.work.arena = arena_new(CASE_MEMORY * 16);
	put_times(&cases, call->arena);
	if (make_all(&cases))
		published = disclose(call, &cases);
	if (published < 0)
		command_fails(call, EXIT_FAILED, "%s", cases.work.problem ? cases.work.problem : sql_problem(sql));
	else
		printf("%" PRId64 " invented cases%s%s\n%" PRId64 " outcomes of theirs published\n", count,
		       *cases.sample ? "; a receipt to look at: " : "", cases.sample, published);
	note_signer_free(cases.work.signer);
	key_file_close(cases.work.contact_key);
	arena_free(cases.work.arena);
	return published >= 0 ? EXIT_DONE : EXIT_FAILED;
}
