/* SPDX-License-Identifier: Apache-2.0 */
/* shanyu log verify: nothing published was altered, dropped, or reordered. */
#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "clerk.h"
#include "command.h"
#include "lib/base/progress.h"
#include "publication/log.h"

#define BATCH 10000

struct verifying {
	struct command_call *call;
	struct sql *log;
	struct arena *scratch;
	struct merkle_frontier frontier;
	int64_t faults;
	int64_t erased;
	unsigned char root[PUBLICATION_HASH];
	bool has_verifier;
	struct note_verifier verifier;
};

static void fault(struct verifying *verifying, int64_t seq, const char *what)
{
	verifying->faults++;
	command_fails(verifying->call, EXIT_FAILED, "publication %" PRId64 ": %s", seq, what);
}

static void check_checkpoint(struct verifying *verifying)
{
	struct values *key = values_new(verifying->scratch);
	struct values *checkpoint;
	const char *what;

	values_put_integer(key, "size", (int64_t)verifying->frontier.size);
	if (sql_row(verifying->log, &Q_checkpoint_at, key, verifying->scratch, &checkpoint) != SQL_FOUND)
		return;
	what = publication_checkpoint_fault(checkpoint, &verifying->frontier, verifying->has_verifier ? &verifying->verifier : NULL,
					    verifying->scratch);
	if (what)
		fault(verifying, (int64_t)verifying->frontier.size, what);
}

static void check_row(struct verifying *verifying, const struct values *row)
{
	int64_t seq = values_integer(row, "seq");
	const char *what = publication_fault(row, verifying->scratch);

	if (seq != (int64_t)verifying->frontier.size + 1)
		fault(verifying, seq, "one or more publications before it are missing");
	if (what)
		fault(verifying, seq, what);
	if (values_null(row, "salt"))
		verifying->erased++;
	merkle_frontier_add(&verifying->frontier, values_find(row, "leaf")->blob);
}

/* One batch; 0 at the end, -1 on failure. Checkpoints are looked up after the cursor's row, one size at a time. */
static int64_t check_batch(struct verifying *verifying, int64_t after)
{
	struct values *range = values_new(verifying->scratch);
	struct sql_cursor cursor;
	const struct values *row;
	int64_t last = 0;

	values_put_integer(range, "seq", after);
	values_put_integer(range, "most", BATCH);
	if (!sql_start(verifying->log, &Q_publication_after, range, &cursor))
		return -1;
	while ((row = sql_next(&cursor))) {
		struct arena_mark mark = arena_mark(verifying->scratch);

		last = values_integer(row, "seq");
		check_row(verifying, row);
		check_checkpoint(verifying);
		arena_return(verifying->scratch, mark);
	}
	return sql_failed(verifying->log) ? -1 : last;
}

/* Every publishing ends with a checkpoint: a log that ends elsewhere was cut off or added to. */
static bool check_end(struct verifying *verifying)
{
	struct values *key = values_new(verifying->scratch);
	int64_t size = (int64_t)verifying->frontier.size;
	struct sql_cursor later;
	struct values *checkpoint;

	values_put_integer(key, "size", size);
	if (size && sql_row(verifying->log, &Q_checkpoint_at, key, verifying->scratch, &checkpoint) == SQL_NONE)
		fault(verifying, size, "the log ends here, but not with a checkpoint");
	if (!sql_start(verifying->log, &Q_checkpoint_list, key, &later))
		return false;
	if (sql_next(&later))
		fault(verifying, size, "the log ends here, but there is a checkpoint of a longer one");
	sql_finish(&later);
	return !sql_failed(verifying->log);
}

static enum exit_code verify(struct verifying *verifying)
{
	struct progress progress = progress_start("publications", 0);
	char root[PUBLICATION_HASH * 2 + 1];
	int64_t last, at = 0;

	while ((last = check_batch(verifying, at)) > 0) {
		at = last;
		progress_at(&progress, at);
	}
	progress_end(&progress);
	if (last < 0 || !check_end(verifying))
		return command_fails(verifying->call, EXIT_FAILED, "%s", sql_problem(verifying->log));
	if (verifying->faults)
		return command_fails(verifying->call, EXIT_FAILED, "%" PRId64 " faults; the log is not what was published",
				     verifying->faults);
	merkle_frontier_root(&verifying->frontier, verifying->root);
	printf("%" PRIu64 " publications, %" PRId64 " erased, root %s\n", (uint64_t)verifying->frontier.size, verifying->erased,
	       sodium_bin2hex(root, sizeof root, verifying->root, sizeof verifying->root));
	return EXIT_DONE;
}

static enum exit_code run_verify(struct command_call *call)
{
	static const struct query_pack *const packs[] = { &clerk_pack, NULL };
	struct sql_opening opening = { .address = call->config->registry, .mode = SQL_READ_ONLY, .packs = packs };
	struct verifying verifying = { .call = call };
	const char *problem;
	enum exit_code code;

	if (!command_words(call, 0))
		return EXIT_USAGE;
	verifying.has_verifier = *call->config->log_public_key != '\0';
	if (verifying.has_verifier && !note_verifier_read(call->config->log_public_key, call->arena, &verifying.verifier))
		return command_fails(call, EXIT_FAILED, "log_public_key: '%s' is no verifier key", call->config->log_public_key);
	verifying.log = sql_open(&opening, call->arena, &problem);
	if (!verifying.log)
		return command_fails(call, EXIT_FAILED, "%s", problem);
	verifying.scratch = arena_new((size_t)16 * 1024 * 1024);
	code = verify(&verifying);
	arena_free(verifying.scratch);
	sql_close(verifying.log);
	return code;
}

const struct command command_log_verify = {
	.name = "log verify",
	.summary = "Check that the publication log was not altered",
	.usage = "",
	.help = "Computes every commitment, every leaf and the tree's root anew and compares them with what is stored and with\n"
		"every checkpoint, and with log_public_key in the configuration each checkpoint's signature too. Prints the root, to be compared with one noted elsewhere. Exit code 1 when anything differs.\n",
	.run = run_verify,
};
