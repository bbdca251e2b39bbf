/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The office, for tests: office CONFIG WHAT NUMBER WORDS... works through domain/ as the office's own program does.
 *
 *   open LETTER KIND FACILITY STORY [CONTACT]  a letter, of a reporter of its own (LETTER is any number); prints the case's number
 *   say LETTER TEXT                           that reporter's message
 *   withdraw LETTER NUMBER TEXT               that reporter takes the case back
 *   rate LETTER NUMBER 1|0 TEXT               what that reporter says of the reply
 *   move NUMBER STATE ACTOR [NOTE]            one step of the table of states, by nobody in particular
 *   message LOOKUP NUMBER TEXT                to the reporter
 *   triage NUMBER KIND MATTER STREET          by the desk ("" is not known), as all up to dispatch
 *   accept | reject | transfer NUMBER NOTE    reject takes the ground OTHER_LAW; transfer goes to "elsewhere"
 *   merge NUMBER INTO NOTE
 *   dispatch NUMBER [LEAD ASSISTS]            by the matrix without words
 *   take NUMBER WHO DEPARTMENT
 *   return NUMBER WHO DEPARTMENT REASON
 *   reply NUMBER WHO DEPARTMENT VERDICT TEXT
 *   review NUMBER WHO VERDICT TEXT            by an approver
 *   close NUMBER REASON                       by the desk
 */
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cases.h"
#include "domain/cases/desk.h"
#include "lib/base/clock.h"
#include "lib/base/config.h"
#include "lib/seal/note.h"

static const char *word(char **words, int place)
{
	for (int i = 0; i <= place; i++)
		if (!words[i])
			return "";
	return words[place];
}

static enum case_answer move(struct casework *work, char **words)
{
	struct case_move move = {
		.number = words[0], .to = word(words, 1), .who = "张三", .note = word(words, 3), .reason = "test"
	};

	for (move.actor = 0; move.actor < CASE_ACTORS && strcmp(case_flow.actors[move.actor], word(words, 2)) != 0; move.actor++)
		;
	if (move.actor == CASE_ACTORS)
		return CASE_FAILED;
	if (strcmp(move.to, "REPLIED") == 0 || (strcmp(move.to, "CLOSED") == 0 && move.actor == CASE_APPROVER))
		move.verdict = "NOT_SUBSTANTIATED";
	return case_move(work, &move);
}

static enum case_answer dispatch(struct casework *work, const struct case_act *act, char **words)
{
	struct case_order order = { .lead = word(words, 1), .assists = word(words, 2), .note = "", .reason = "" };
	struct routing routing;

	if (!*order.lead) {
		if (!routing_find(work, act->number, &routing))
			return CASE_FAILED;
		order.lead = routing.lead;
		order.assists = routing.assists;
	}
	return case_dispatch(work, act, &order);
}

static enum case_answer by_desk(struct casework *work, const char *what, char **words)
{
	struct case_act act = { .number = words[0], .revision = -1, .actor = CASE_DESK, .who = "desk", .department = "" };
	struct case_sorting sorting = {
		.kind = word(words, 1), .urgency = "ORDINARY", .matter = word(words, 2), .street_code = word(words, 3)
	};

	if (strcmp(what, "triage") == 0)
		return case_triage(work, &act, &sorting);
	if (strcmp(what, "accept") == 0)
		return case_accept(work, &act, word(words, 1));
	if (strcmp(what, "reject") == 0)
		return case_reject(work, &act, "OTHER_LAW", word(words, 1));
	if (strcmp(what, "transfer") == 0)
		return case_transfer(work, &act, "elsewhere", word(words, 1));
	if (strcmp(what, "merge") == 0)
		return case_merge(work, &act, word(words, 1), false, word(words, 2));
	if (strcmp(what, "close") == 0)
		return case_close(work, &act, word(words, 1));
	return strcmp(what, "dispatch") == 0 ? dispatch(work, &act, words) : CASE_FAILED;
}

static enum case_answer by_officer(struct casework *work, const char *what, char **words)
{
	struct case_act act = {
		.number = words[0], .revision = -1, .actor = CASE_DEPARTMENT, .who = word(words, 1), .department = word(words, 2)
	};

	if (strcmp(what, "take") == 0)
		return case_take(work, &act);
	if (strcmp(what, "return") == 0)
		return case_return(work, &act, word(words, 3));
	if (strcmp(what, "reply") == 0)
		return case_reply(work, &act, word(words, 3), "elsewhere", word(words, 4));
	if (strcmp(what, "review") != 0)
		return by_desk(work, what, words);
	act.actor = CASE_APPROVER;
	act.department = "";
	return case_review(work, &act, word(words, 2), "elsewhere", word(words, 3));
}

static const char *lookup_of(struct casework *work, const char *letter)
{
	return arena_format(work->arena, "%064lx", strtoul(letter, NULL, 10));
}

static enum case_answer open_letter(struct casework *work, char **words)
{
	const char *lookup = lookup_of(work, words[0]), *contact = word(words, 4), *number;
	struct case_letter letter = { .envelope = lookup,
				      .lookup = lookup,
				      .opening = "{}",
				      .said = values_of_texts(work->arena, "kind", word(words, 1), "facility", word(words, 2), "place",
							      "甲路 1 号", "story", word(words, 3), "wish", "", "happened", "", "going_on",
							      "yes", "reply_by", "receipt", "contact_name", contact, "contact_phone",
							      "13800000000", "contact_other", "", NULL),
				      .lane = "proof",
				      .sent_at = work->now };
	enum case_answer answer;

	values_put_integer(letter.said, "anonymous", !*contact);
	answer = case_open(work, &letter, &number);
	if (answer == CASE_DONE)
		puts(number);
	return answer;
}

/* What a reporter does. */
static enum case_answer by_reporter(struct casework *work, const char *what, char **words)
{
	const char *lookup = lookup_of(work, words[0]);
	int64_t position;

	if (strcmp(what, "open") == 0)
		return open_letter(work, words);
	if (strcmp(what, "withdraw") == 0)
		return case_withdraw(work, lookup, word(words, 1), word(words, 2));
	if (strcmp(what, "say") == 0)
		return case_message(work, lookup, NULL, word(words, 1), "", work->now, &position);
	return case_rate(work, lookup, word(words, 1), *word(words, 2) == '1', 0, word(words, 3));
}

static enum case_answer run(struct casework *work, const char *what, char **words)
{
	int64_t position;

	if (strcmp(what, "open") == 0 || strcmp(what, "withdraw") == 0 || strcmp(what, "say") == 0 || strcmp(what, "rate") == 0)
		return by_reporter(work, what, words);
	if (strcmp(what, "move") == 0)
		return move(work, words);
	if (strcmp(what, "message") == 0)
		return case_message(work, words[0], word(words, 1), word(words, 2), "张三", work->now, &position);
	return by_officer(work, what, words);
}

int main(int count, char **words)
{
	static const struct query_pack *const packs[] = { &cases_pack, NULL };
	struct arena *arena = arena_new((size_t)64 * 1024 * 1024);
	const char *problem = "";
	const struct config *config = sodium_init() < 0 || count < 4 ? NULL : config_read(words[1], arena, &problem);
	struct sql_opening opening = { .address = config ? config->registry : "", .mode = SQL_READ_WRITE, .packs = packs };
	struct sql *sql = config ? sql_open(&opening, arena, &problem) : NULL;
	struct casework work = { .sql = sql, .arena = arena, .now = clock_now(), .problem = "" };
	enum case_answer answer = CASE_FAILED;

	if (sql && (work.contact_key = key_file_open(config->contact_key, arena, &problem)) && sql_begin(sql)) {
		answer = run(&work, words[2], words + 3);
		if (answer == CASE_DONE ? !sql_commit(sql) : (sql_rollback(sql), false))
			answer = CASE_FAILED;
	}
	if (answer != CASE_DONE)
		fprintf(stderr, "office: %d %s %s\n", (int)answer, problem, work.problem ? work.problem : "");
	sql_close(sql);
	arena_free(arena);
	return answer == CASE_DONE ? 0 : 1;
}
