/* SPDX-License-Identifier: Apache-2.0 */
/* shanyu attachment file: what an official attached, withdrawn or not, by who keeps the registry. */
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "audit/audit.h"
#include "commands/core/command.h"
#include "commands/accounts/user.h"
#include "lib/base/clock.h"
#include "lib/base/text.h"
#include "shanyu.h"

struct taking {
	struct command_call *call;
	struct sql *sql;
	const char *to, *reason;
	struct values *place;           /* procedure, number, position */
	struct values *file;            /* columns of attachment_original */
};

static bool fails(const struct taking *taking, const char *what)
{
	command_fails(taking->call, EXIT_FAILED, "%s", what);
	return false;
}

static bool find(struct taking *taking)
{
	switch (sql_row(taking->sql, &Q_attachment_original, taking->place, taking->call->arena, &taking->file)) {
	case SQL_FAILED:
		return fails(taking, sql_problem(taking->sql));
	case SQL_NONE:
		return fails(taking, "there is no such attachment; its number stands on the page of the file");
	case SQL_FOUND:
		break;
	}
	return !values_integer(taking->file, "emptied_at") || fails(taking, "it was withdrawn, and its bytes are erased by rule attachment.withdrawn_days");
}

/* Written out as it was given, and held against its hash. */
static bool copy(struct taking *taking, int out)
{
	uint8_t hash[crypto_hash_sha256_BYTES];
	char hex[2 * sizeof hash + 1];
	crypto_hash_sha256_state state;
	struct sql_cursor cursor;
	const struct values *row;
	bool written = sql_start(taking->sql, &Q_attachment_original_parts, taking->place, &cursor);

	crypto_hash_sha256_init(&state);
	while (written && (row = sql_next(&cursor))) {
		const struct value *bytes = values_find(row, "bytes");

		crypto_hash_sha256_update(&state, bytes->blob, bytes->size);
		written = write(out, bytes->blob, bytes->size) == (ssize_t)bytes->size;
		if (!written)
			sql_finish(&cursor);
	}
	if (sql_failed(taking->sql))
		return fails(taking, sql_problem(taking->sql));
	if (!written)
		return fails(taking, strerror(errno));
	crypto_hash_sha256_final(&state, hash);
	sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
	return strcmp(hex, values_text(taking->file, "sha256")) == 0 || fails(taking, "its bytes are not what was attached");
}

static bool note(struct taking *taking)
{
	struct values *detail = values_new(taking->call->arena);
	struct audit_row row = { .account = "", .role = "shanyu", .action = "attachment.original", .subject = values_text(taking->place, "number"),
				 .detail = detail, .reason = taking->reason, .request_id = "" };
	const char *problem = "";

	values_put_text(detail, "procedure", values_text(taking->place, "procedure"));
	values_put_integer(detail, "position", values_integer(taking->place, "position"));
	values_put_text(detail, "system_user", user_of_system());
	return audit_append(taking->sql, taking->call->arena, clock_now(), &row, &problem) || fails(taking, problem);
}

/* The row of the audit is kept before the file is anybody's. */
static bool take(struct taking *taking)
{
	int out = open(taking->to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	bool done;

	if (out < 0)
		return fails(taking, arena_format(taking->call->arena, "%s: %s", taking->to, strerror(errno)));
	done = note(taking) && (sql_commit(taking->sql) || fails(taking, sql_problem(taking->sql))) && copy(taking, out);
	if (close(out) != 0 && done)
		done = fails(taking, strerror(errno));
	if (!done)
		unlink(taking->to);
	return done;
}

static enum exit_code run_file(struct command_call *call)
{
	struct taking taking = { .call = call, .to = command_option(call, "--to"), .reason = command_option(call, "--reason"),
				 .place = values_new(call->arena) };
	int64_t position;
	bool done = false;

	if (!command_words(call, 3))
		return EXIT_USAGE;
	if (!taking.to || !taking.reason || !*taking.reason || !text_to_integer(call->words[2], &position))
		return command_fails(call, EXIT_USAGE, "a number of the attachment, --to FILE and --reason TEXT are needed");
	values_put_text(taking.place, "procedure", call->words[0]);
	values_put_text(taking.place, "number", call->words[1]);
	values_put_integer(taking.place, "position", position);
	taking.sql = command_registry(call);
	if (taking.sql && !sql_begin(taking.sql))
		fails(&taking, sql_problem(taking.sql));
	else if (taking.sql)
		done = find(&taking) && take(&taking);
	/* The row's names go with the registry. */
	if (done)
		printf("%s: %s, %lld bytes, as it was attached\n", taking.to, values_text(taking.file, "name"), (long long)values_integer(taking.file, "size"));
	if (taking.sql)
		sql_rollback(taking.sql);
	sql_close(taking.sql);
	return done ? EXIT_DONE : EXIT_FAILED;
}

const struct command command_attachment_file = {
	.name = "attachment file",
	.summary = "Take out what an official attached",
	.usage = "PROCEDURE NUMBER POSITION --to FILE --reason TEXT",
	.help = "Of the procedure's word (case, outcome), the number of its file and the number of the attachment on its page, withdrawn ones too as\n"
		"long as their bytes are kept. The file is made with mode 0600 and must not be there yet. A row of the audit says who took it out\n"
		"and why.\n",
	.run = run_file,
};
