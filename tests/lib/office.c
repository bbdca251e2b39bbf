/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The office, for tests: office CONFIG move NUMBER STATE ACTOR [NOTE] | message LOOKUP NUMBER TEXT. Works through cases/ as the office's own
 * program does.
 */
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "cases.h"
#include "cases/casework.h"
#include "lib/clock.h"
#include "lib/config.h"
#include "lib/note.h"

static enum case_answer run(struct casework *work, int count, char **words)
{
	if (strcmp(words[2], "move") == 0 && count >= 6) {
		struct case_move move = { .number = words[3], .to = words[4], .who = "张三", .note = count > 6 ? words[6] : "", .reason = "test" };

		for (move.actor = 0; strcmp(case_actor_name(move.actor), words[5]) != 0; move.actor++)
			;
		return case_move(work, &move);
	}
	if (strcmp(words[2], "message") == 0 && count == 6) {
		int64_t position;

		return case_message(work, words[3], words[4], words[5], "张三", work->now, &position);
	}
	return CASE_FAILED;
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

	if (sql && secret_key_read(config->contact_key, work.contact_key, arena, &problem) && sql_begin(sql)) {
		answer = run(&work, count, words);
		if (answer == CASE_DONE ? !sql_commit(sql) : (sql_rollback(sql), false))
			answer = CASE_FAILED;
	}
	if (answer != CASE_DONE)
		fprintf(stderr, "office: %d %s %s\n", (int)answer, problem, work.problem ? work.problem : "");
	sql_close(sql);
	arena_free(arena);
	return answer == CASE_DONE ? 0 : 1;
}
