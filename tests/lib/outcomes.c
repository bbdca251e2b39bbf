/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The office at work on an outcome, for tests: outcomes CONFIG edit CODE WHO SUMMARY | open CODE WHO | answer CODE WHO TEXT WAY |
 * approve CODE WHO FULL_NAME | correct CODE WHO REASON | drop CODE WHO REASON | withdraw CODE WHO FULL_NAME REASON. Works through domain/ as the office's own program does; ends with 1 and the name of the answer when it is refused.
 */
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "cases.h"
#include "domain/disclosures/outcome.h"
#include "lib/base/clock.h"
#include "lib/base/config.h"
#include "lib/seal/note.h"
#include "publish.h"

static enum case_answer edit(struct casework *work, char **words)
{
	struct outcome_words texts = { words[5], "FOOD", "SUBSTANTIATED_CORRECTED" };

	return outcome_edit(work, words[3], words[4], &texts);
}

static enum case_answer run(struct casework *work, const struct note_signer *signer, int count, char **words)
{
	struct outcome_approval approval = { count > 4 ? words[4] : "", count > 5 ? words[5] : "", signer, false };
	const char *verb = words[2], *code = words[3];

	if (strcmp(verb, "edit") == 0 && count == 6)
		return edit(work, words);
	if (strcmp(verb, "open") == 0 && count == 5)
		return outcome_open_answer(work, code, words[4]);
	if (strcmp(verb, "answer") == 0 && count == 7)
		return outcome_answer(work, code, words[4], words[5], words[6]);
	if (strcmp(verb, "correct") == 0 && count == 6)
		return outcome_correct(work, code, words[4], words[5]);
	if (strcmp(verb, "drop") == 0 && count == 6)
		return outcome_drop(work, code, words[4], words[5]);
	if (strcmp(verb, "approve") == 0 && count == 6)
		return outcome_approve(work, code, &approval);
	if (strcmp(verb, "withdraw") == 0 && count == 7)
		return outcome_withdraw(work, code, &approval, words[6]);
	return CASE_FAILED;
}

int main(int count, char **words)
{
	static const struct query_pack *const packs[] = { &cases_pack, &publish_pack, NULL };
	static const char *const answers[] = { "done", "unknown", "forbidden", "unsaid", "unfit", "changed", "late", "early", "failed" };
	struct arena *arena = arena_new((size_t)64 * 1024 * 1024);
	const char *problem = "";
	const struct config *config = sodium_init() < 0 || count < 4 ? NULL : config_read(words[1], arena, &problem);
	struct note_signer *signer = config ? note_signer_read(config->log_key, arena, &problem) : NULL;
	struct sql_opening opening = { .address = config ? config->registry : "", .mode = SQL_READ_WRITE, .packs = packs };
	struct sql *sql = signer ? sql_open(&opening, arena, &problem) : NULL;
	struct casework work = { .sql = sql, .arena = arena, .now = clock_now(), .problem = "" };
	enum case_answer answer = CASE_FAILED;

	if (sql && (work.contact_key = key_file_open(config->contact_key, arena, &problem)) && sql_begin(sql)) {
		answer = run(&work, signer, count, words);
		if (answer == CASE_DONE ? !sql_commit(sql) : (sql_rollback(sql), false))
			answer = CASE_FAILED;
	}
	if (answer != CASE_DONE)
		fprintf(stderr, "%s %s %s\n", answers[answer], problem, work.problem ? work.problem : "");
	note_signer_free(signer);
	sql_close(sql);
	arena_free(arena);
	return answer == CASE_DONE ? 0 : 1;
}
