/* SPDX-License-Identifier: Apache-2.0 */
/* The keys and folders that shanyu init makes where they are missing. */
#include "init_keys.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/seal/envelope.h"
#include "lib/seal/key.h"
#include "lib/seal/note.h"

#define RECEIPT_ORIGIN "receipt"

static enum exit_code make_folder(struct command_call *call, const char *path, mode_t mode)
{
	/* mkdir alone would take the umask's bits away. */
	if (mkdir(path, 0700) == 0)
		return chmod(path, mode) == 0 ? EXIT_DONE : command_fails(call, EXIT_FAILED, "%s: %s", path, strerror(errno));
	return errno == EEXIST ? EXIT_DONE : command_fails(call, EXIT_FAILED, "%s: %s", path, strerror(errno));
}

enum exit_code make_folders(struct command_call *call)
{
	enum exit_code code = make_folder(call, call->config->inbox, 03730);

	return code == EXIT_DONE ? make_folder(call, call->config->mailbox, 02710) : code;
}

/* A key that signs: made once; its verifier key is printed, to be given to everyone who reads what it signs. */
static enum exit_code make_signer(struct command_call *call, const char *path, const char *origin, const char *setting)
{
	const char *problem = NULL;
	struct note_signer *signer;

	if (access(path, F_OK) != 0 && !note_key_make(path, origin, call->arena, &problem))
		return command_fails(call, EXIT_FAILED, "%s", problem);
	signer = note_signer_read(path, call->arena, &problem);
	if (!signer)
		return command_fails(call, EXIT_FAILED, "%s", problem);
	printf("%s = %s\n", setting, note_verifier_text(signer, call->arena));
	note_signer_free(signer);
	return EXIT_DONE;
}

static enum exit_code make_secret(struct command_call *call, const char *path, const char *made_for)
{
	const char *problem = NULL;

	if (access(path, F_OK) == 0 || key_make(path, call->arena, &problem))
		return EXIT_DONE;
	return command_fails(call, EXIT_FAILED, "%s; it is the key of %s", problem, made_for);
}

static enum exit_code print_office_key(struct command_call *call)
{
	uint8_t public_key[ENVELOPE_KEY];
	char text[2 * ENVELOPE_KEY + 1];
	const char *problem = NULL;
	uint8_t *secret = key_read(call->config->office_key, call->arena, &problem);

	if (!secret)
		return command_fails(call, EXIT_FAILED, "%s", problem);
	crypto_scalarmult_base(public_key, secret);
	key_free(secret);
	printf("office_public_key = %s\n", sodium_bin2hex(text, sizeof text, public_key, sizeof public_key));
	return EXIT_DONE;
}

enum exit_code make_keys(struct command_call *call)
{
	const struct config *config = call->config;
	const char *origin = config->log_origin;
	const char *slash = strrchr(origin, '/');
	/* The log is shanyu.example/log, its receipts are shanyu.example/receipt. */
	const char *receipt_origin = arena_format(call->arena, "%.*s/" RECEIPT_ORIGIN,
						  (int)(slash ? slash - origin : (ptrdiff_t)strlen(origin)), origin);
	enum exit_code code = make_signer(call, config->log_key, origin, "log_public_key");

	if (code == EXIT_DONE)
		code = make_signer(call, config->receipt_key, receipt_origin, "receipt_public_key");
	if (code == EXIT_DONE)
		code = make_secret(call, config->office_key, "envelopes");
	if (code == EXIT_DONE)
		code = make_secret(call, config->contact_key, "contact data");
	if (code == EXIT_DONE)
		code = make_secret(call, config->account_key, "accounts");
	return code == EXIT_DONE ? print_office_key(call) : code;
}
