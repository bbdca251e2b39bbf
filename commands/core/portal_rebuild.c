/* SPDX-License-Identifier: Apache-2.0 */
/* shanyu portal rebuild: an edition made from the publication log alone. */
#include <inttypes.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "clerk.h"
#include "command.h"
#include "lib/base/clock.h"
#include "lib/base/progress.h"
#include "publication/edition.h"
#include "publication/projection.h"

#define BATCH 20000
#define KEEP 3

static int64_t size_of_log(struct sql *log, struct arena *arena)
{
	struct values *row;

	return sql_row(log, &Q_publication_size, NULL, arena, &row) == SQL_FOUND ? values_integer(row, "size") : -1;
}

static bool follow_to_the_end(struct projection *projection, struct sql *log, struct arena *arena)
{
	struct progress progress = progress_start("publications", size_of_log(log, arena));
	int64_t applied;

	while ((applied = projection_follow(projection, log, BATCH)) > 0)
		progress_at(&progress, projection_size(projection));
	progress_end(&progress);
	return applied == 0;
}

static struct sql *open_log(struct command_call *call)
{
	static const struct query_pack *const packs[] = { &clerk_pack, NULL };
	struct sql_opening opening = { .address = call->config->registry, .mode = SQL_READ_ONLY, .packs = packs };
	const char *problem;
	struct sql *log = sql_open(&opening, call->arena, &problem);

	if (!log)
		command_fails(call, EXIT_FAILED, "%s", problem);
	return log;
}

static enum exit_code rebuild(struct command_call *call, struct sql *log, const char *folder)
{
	const char *working = arena_format(call->arena, "%s/rebuild.db", edition_working(folder, call->arena));
	int64_t started = clock_nanoseconds();
	enum exit_code code = EXIT_DONE;
	struct projection *projection;
	const char *problem;
	int64_t size;

	unlink(working);
	projection = projection_open(working, call->config->log_public_key, call->arena, &problem);
	if (!projection)
		return command_fails(call, EXIT_FAILED, "%s", problem);
	if (!follow_to_the_end(projection, log, call->arena) || !projection_write_edition(projection, NULL, folder, KEEP, &size))
		code = command_fails(call, EXIT_FAILED, "%s; the current edition is as before", projection_problem(projection));
	else
		printf("%" PRId64 " publications, %.2f s, %s/portal.db\n", size,
		       (double)(clock_nanoseconds() - started) / 1e9, folder);
	projection_close(projection);
	unlink(working);
	unlink(arena_format(call->arena, "%s-journal", working));
	return code;
}

static enum exit_code run_rebuild(struct command_call *call)
{
	const char *folder = command_option(call, "--into");
	enum exit_code code;
	struct sql *log;

	if (!command_words(call, 0))
		return EXIT_USAGE;
	if (!folder)
		folder = call->config->editions;
	mkdir(folder, 0755);
	log = open_log(call);
	if (!log)
		return EXIT_FAILED;
	code = rebuild(call, log, folder);
	sql_close(log);
	return code;
}

const struct command command_portal_rebuild = {
	.name = "portal rebuild",
	.summary = "Make the public edition anew from the publication log alone",
	.usage = "[--into FOLDER]",
	.help = "Applies the whole log to a fresh working copy, checking every publication against its commitment and the tree\n"
		"against its checkpoints, and renames the result over portal.db. Readers go on undisturbed.\n",
	.run = run_rebuild,
};
