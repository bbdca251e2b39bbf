/* SPDX-License-Identifier: Apache-2.0 */
/* shanyu receipt verify: what a time stamp proves, offline. */
#include <errno.h>
#include <jansson.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "domain/cases/stamp.h"
#include "command.h"
#include "lib/base/calendar.h"

#define LARGEST_FILE ((size_t)1024 * 1024)

static const char *read_file(struct command_call *call, const char *path)
{
	FILE *file = fopen(path, "re");
	char *text = arena_take(call->arena, LARGEST_FILE + 1);
	size_t size;

	if (!file) {
		command_fails(call, EXIT_FAILED, "%s: %s", path, strerror(errno));
		return NULL;
	}
	size = fread(text, 1, LARGEST_FILE + 1, file);
	fclose(file);
	if (size > LARGEST_FILE || memchr(text, 0, size)) {
		command_fails(call, EXIT_FAILED, "%s: this is no stamp and no complaint; give the two files saved with the receipt", path);
		return NULL;
	}
	text[size] = '\0';
	return text;
}

/* Whether the complaint is the one that was stamped: its commitment is made anew from salt and letter. */
static enum exit_code check_complaint(struct command_call *call, const struct stamp *stamp, const char *path)
{
	const char *text = read_file(call, path), *salt_text;
	uint8_t salt[STAMP_HASH], commitment[STAMP_HASH];
	const char *letter;
	json_t *opening;
	size_t size;

	if (!text)
		return EXIT_FAILED;
	opening = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
	salt_text = json_string_value(json_object_get(opening, "salt"));
	letter = json_string_value(json_object_get(opening, "letter"));
	if (!salt_text || !letter ||
	    sodium_hex2bin(salt, sizeof salt, salt_text, strlen(salt_text), NULL, &size, NULL) != 0 || size != sizeof salt) {
		json_decref(opening);
		return command_fails(call, EXIT_FAILED, "%s: this is no saved complaint; it begins with its letter and its salt", path);
	}
	stamp_commit(salt, letter, commitment);
	json_decref(opening);
	if (sodium_memcmp(commitment, stamp->commitment, sizeof commitment) != 0)
		return command_fails(call, EXIT_FAILED, "%s: this is not the complaint that was stamped, or it was changed", path);
	printf("complaint: the one that was stamped, unchanged\n");
	return EXIT_DONE;
}

static enum exit_code run_verify(struct command_call *call)
{
	const char *key = command_option(call, "--key"), *text;
	struct note_verifier verifier;
	struct stamp stamp;

	if (!command_words(call, call->count == 2 ? 2 : 1))
		return EXIT_USAGE;
	if (!key)
		key = call->config->receipt_public_key;
	if (!note_verifier_read(key, call->arena, &verifier))
		return command_fails(call, EXIT_FAILED, "'%s' is no verifier key; take it from the site's page /receipt/key and give it with --key",
				     key);
	text = read_file(call, call->words[0]);
	if (!text)
		return EXIT_FAILED;
	if (!stamp_read(&verifier, text, call->arena, &stamp))
		return command_fails(call, EXIT_FAILED, "%s: no stamp of %s, or it was changed; nothing is proved", call->words[0],
				     verifier.name);
	printf("signed by: %s\nnumber: %s\nkind: %s\nreceived: %s\n", verifier.name, stamp.number, stamp.kind,
	       calendar_moment_text(call->arena, stamp.received_at, CALENDAR_CHINA));
	if (*stamp.deadline_day)
		printf("to be answered by: %s (%s)\n", stamp.deadline_day, stamp.source);
	return call->count == 2 ? check_complaint(call, &stamp, call->words[1]) : EXIT_DONE;
}

const struct command command_receipt_verify = {
	.name = "receipt verify",
	.summary = "Check the time stamp on a complaint, offline",
	.usage = "STAMP.txt [COMPLAINT.json] [--key VERIFIER]",
	.help = "Says when a complaint was received and by when the law wants it answered, if the stamp is signed by the office's key: the\n"
		"one given, else receipt_public_key of the configuration. With the complaint saved beside it, also whether it is the one that was\n"
		"stamped. Needs no registry and no network. Exit code 1 when anything is not as it should be.\n",
	.run = run_verify,
};
