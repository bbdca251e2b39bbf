/* SPDX-License-Identifier: Apache-2.0 */
/* shanyu audit verify: nothing in the audit was altered, removed, or reordered. */
#include <inttypes.h>
#include <stdio.h>

#include "audit.h"
#include "audit/audit.h"
#include "command.h"

static void tell(void *with, int64_t seq, const char *what)
{
	command_fails(with, EXIT_FAILED, "audit %" PRId64 ": %s", seq, what);
}

static enum exit_code verify(struct command_call *call, struct sql *sql, const struct audit_head *kept)
{
	struct audit_verifying verifying = { .kept = kept, .fault = tell, .with = call };
	char head[AUDIT_HEAD];

	if (!audit_verify(sql, &verifying))
		return command_fails(call, EXIT_FAILED, "%s", sql_problem(sql));
	if (verifying.faults)
		return command_fails(call, EXIT_FAILED, "%" PRId64 " faults; the audit is not what was written", verifying.faults);
	audit_head_print(&verifying.head, head);
	printf("%" PRId64 " rows, head %s\n", verifying.rows, verifying.rows ? head : "none");
	return EXIT_DONE;
}

static enum exit_code run_verify(struct command_call *call)
{
	static const struct query_pack *const packs[] = { &audit_pack, NULL };
	struct sql_opening opening = { .address = call->config->registry, .mode = SQL_READ_ONLY, .packs = packs };
	const char *noted = command_option(call, "--head"), *problem;
	struct audit_head kept;
	enum exit_code code;
	struct sql *sql;

	if (!command_words(call, 0))
		return EXIT_USAGE;
	if (noted && !audit_head_read(noted, &kept))
		return command_fails(call, EXIT_USAGE, "--head takes what this command printed, SEQ:HASH, not '%s'", noted);
	sql = sql_open(&opening, call->arena, &problem);
	if (!sql)
		return command_fails(call, EXIT_FAILED, "%s", problem);
	code = verify(call, sql, noted ? &kept : NULL);
	sql_close(sql);
	return code;
}

const struct command command_audit_verify = {
	.name = "audit verify",
	.summary = "Check that the office's audit was not altered",
	.usage = "[--head SEQ:HASH]",
	.help = "Computes the hash of every row anew, each over the one before it, and says which row is altered, missing or out of order.\n"
		"Prints the newest row's number and hash. Note them elsewhere: given as --head later they prove that nothing up to there was\n"
		"cut off or written anew. Exit code 1 when anything differs.\n",
	.run = run_verify,
};
