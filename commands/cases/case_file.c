/* SPDX-License-Identifier: Apache-2.0 */
/* shanyu case file: the original of a piece of evidence, by who keeps the office's key. */
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "audit/audit.h"
#include "commands/core/command.h"
#include "lib/base/clock.h"
#include "lib/seal/envelope.h"
#include "lib/seal/key.h"
#include "lib/base/text.h"
#include "shanyu.h"
#include "commands/accounts/user.h"

struct original {
	struct command_call *call;
	struct sql *sql;
	const char *number, *to, *reason;
	int64_t position;
	struct values *file; /* columns name declared size sha256 sealed_size */
};

static bool fails(const struct original *original, const char *what)
{
	command_fails(original->call, EXIT_FAILED, "%s", what);
	return false;
}

static bool find(struct original *original)
{
	struct values *parameters = values_new(original->call->arena);

	values_put_text(parameters, "number", original->number);
	values_put_integer(parameters, "position", original->position);
	switch (sql_row(original->sql, &Q_original_one, parameters, original->call->arena, &original->file)) {
	case SQL_FAILED:
		return fails(original, sql_problem(original->sql));
	case SQL_NONE:
		return fails(original, "there is no such piece of evidence; its number stands on the page of the case");
	case SQL_FOUND:
		break;
	}
	return values_integer(original->file, "sealed_size") > 0 ||
	       fails(original, "the original did not come, or was not what its letter said; there is nothing to open");
}

/* The envelope as it came, as a file in memory. -1 after telling why. */
static int sealed_file(struct original *original)
{
	int sealed = memfd_create("sealed", MFD_CLOEXEC);
	struct sql_cursor cursor;
	const struct values *row;
	bool fine = sealed >= 0 && sql_start(original->sql, &Q_original_parts, original->file, &cursor);

	while (fine && (row = sql_next(&cursor))) {
		const struct value *bytes = values_find(row, "bytes");

		fine = bytes && bytes->kind == VALUE_BLOB && write(sealed, bytes->blob, bytes->size) == (ssize_t)bytes->size;
		if (!fine)
			sql_finish(&cursor);
	}
	if (fine && !sql_failed(original->sql) && lseek(sealed, 0, SEEK_SET) == 0)
		return sealed;
	fails(original, sql_failed(original->sql) ? sql_problem(original->sql) : strerror(errno));
	if (sealed >= 0)
		close(sealed);
	return -1;
}

/* Written out as it is opened; whether it is what came is known at its end. */
static bool unseal(struct original *original, int sealed, const uint8_t *secret_key, int out)
{
	uint8_t public_key[crypto_scalarmult_BYTES], hash[crypto_hash_sha256_BYTES];
	char hex[2 * sizeof hash + 1];
	enum envelope_event event = ENVELOPE_STOPPED;
	enum envelope_verdict verdict;
	struct envelope_reader *reader;
	struct envelope_piece piece;
	crypto_hash_sha256_state state;
	bool written = true;

	crypto_scalarmult_base(public_key, secret_key);
	reader = envelope_open(sealed, public_key, secret_key, &verdict);
	crypto_hash_sha256_init(&state);
	while (reader && written && (event = envelope_next(reader, &piece)) != ENVELOPE_DONE && event != ENVELOPE_STOPPED)
		if (event == ENVELOPE_BYTES) {
			crypto_hash_sha256_update(&state, piece.bytes, piece.size);
			written = write(out, piece.bytes, piece.size) == (ssize_t)piece.size;
		}
	envelope_close(reader);
	if (!written)
		return fails(original, strerror(errno));
	crypto_hash_sha256_final(&state, hash);
	sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
	return (event == ENVELOPE_DONE && strcmp(hex, values_text(original->file, "sha256")) == 0) ||
	       fails(original, "the evidence does not open under 'office_key', or is not what came");
}

static bool note(struct original *original)
{
	struct values *detail = values_new(original->call->arena);
	struct audit_row row = { .account = "",
				 .role = "shanyu",
				 .action = "case.file_original",
				 .subject = original->number,
				 .detail = detail,
				 .reason = original->reason,
				 .request_id = "" };
	const char *problem = "";

	values_put_integer(detail, "position", original->position);
	values_put_text(detail, "system_user", user_of_system());
	return audit_append(original->sql, original->call->arena, clock_now(), &row, &problem) || fails(original, problem);
}

/* The row of the audit is kept before the file is anybody's: one without the other is a row too many, never one too few. */
static bool open_to(struct original *original, const uint8_t *secret_key)
{
	int sealed = sealed_file(original), out = -1;
	bool done = false;

	if (sealed < 0)
		return false;
	out = open(original->to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (out < 0)
		fails(original, arena_format(original->call->arena, "%s: %s", original->to, strerror(errno)));
	else
		done = note(original) && (sql_commit(original->sql) || fails(original, sql_problem(original->sql))) &&
		       unseal(original, sealed, secret_key, out);
	if (out >= 0 && close(out) != 0 && done)
		done = fails(original, strerror(errno));
	if (out >= 0 && !done)
		unlink(original->to);
	close(sealed);
	return done;
}

static enum exit_code run_file(struct command_call *call)
{
	struct original original = { .call = call, .to = command_option(call, "--to"), .reason = command_option(call, "--reason") };
	uint8_t *secret_key = NULL;
	const char *problem = "";
	bool done = false;

	if (!command_words(call, 2))
		return EXIT_USAGE;
	original.number = call->words[0];
	if (!original.to || !original.reason || !*original.reason || !text_to_integer(call->words[1], &original.position))
		return command_fails(call, EXIT_USAGE, "a number of the evidence, --to FILE and --reason TEXT are needed");
	secret_key = key_read(call->config->office_key, call->arena, &problem);
	if (!secret_key)
		return command_fails(call, EXIT_FAILED, "%s", problem);
	original.sql = command_registry(call);
	if (original.sql && !sql_begin(original.sql))
		fails(&original, sql_problem(original.sql));
	else if (original.sql)
		done = find(&original) && open_to(&original, secret_key);
	if (original.sql)
		sql_rollback(original.sql);
	sql_close(original.sql);
	key_free(secret_key);
	if (done)
		printf("%s: %s, %lld bytes, as it was sent\n", original.to, values_text(original.file, "declared"),
		       (long long)values_integer(original.file, "size"));
	return done ? EXIT_DONE : EXIT_FAILED;
}

const struct command command_case_file = {
	.name = "case file",
	.summary = "Open the original of a piece of evidence",
	.usage = "NUMBER POSITION --to FILE --reason TEXT",
	.help = "For who keeps the office's key: the office's own program shows previews and cannot open what is sealed. The position is the\n"
		"number on the page of the case. The file is made with mode 0600 and must not be there yet; it is what was sent, with all that\n"
		"the camera noted. A row of the audit says who took it out and why.\n",
	.run = run_file,
};
