/* SPDX-License-Identifier: Apache-2.0 */
/* shanyu publish: a disclosure is an act, with the name of who approved it. */
#include "publication/facts.h"

#include <inttypes.h>
#include <stdio.h>

#include "command.h"
#include "lib/base/clock.h"
#include "lib/base/progress.h"

static void show_progress(void *with, int64_t looked_at)
{
	progress_at(with, looked_at);
}

static bool publish(struct sql *sql, const struct note_signer *signer, const char *only, const char *approved_by, struct publication_count *count)
{
	struct progress progress = progress_start("facts", 0);
	struct publication_appending appending;
	bool done = sql_begin(sql) && publication_begin(&appending, sql, signer, approved_by, clock_now()) &&
		    publication_publish(&appending, only, count, show_progress, &progress) && sql_commit(sql);

	progress_end(&progress);
	if (!done)
		sql_rollback(sql);
	return done;
}

static enum exit_code run_publish(struct command_call *call)
{
	const char *only = command_option(call, "--facility");
	const char *approved_by = command_option(call, "--approved-by");
	enum exit_code code = EXIT_DONE;
	struct publication_count count;
	struct note_signer *signer;
	const char *problem;
	struct sql *sql;

	if (!command_words(call, 0))
		return EXIT_USAGE;
	if (!approved_by || !*approved_by)
		return command_fails(call, EXIT_USAGE, "--approved-by NAME is needed: whoever publishes says who approved it");
	signer = note_signer_read(call->config->log_key, call->arena, &problem);
	if (!signer)
		return command_fails(call, EXIT_FAILED, "%s", problem);
	sql = command_registry(call);
	if (!sql)
		code = EXIT_FAILED;
	else if (publish(sql, signer, only ? only : "", approved_by, &count))
		printf("%" PRId64 " facts looked at, %" PRId64 " published, %" PRId64 " withdrawn\n", count.looked_at, count.published,
		       count.withdrawn);
	else
		code = command_fails(call, EXIT_FAILED, "%s; what is in the log already is never published twice",
				     sql_problem(sql));
	sql_close(sql);
	note_signer_free(signer);
	return code;
}

const struct command command_publish = {
	.name = "publish",
	.summary = "Publish what the registry says and the log does not yet say",
	.usage = "--approved-by NAME [--facility CODE]",
	.help = "Compares every fact (of one facility with --facility) with what was last published of it, and appends the\n"
		"differences to the publication log; facts that are no longer in the registry are withdrawn.\n"
		"clerk shows them on the public pages within a second.\n",
	.run = run_publish,
};
