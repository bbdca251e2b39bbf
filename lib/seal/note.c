/* SPDX-License-Identifier: Apache-2.0 */
/* Signed notes and checkpoints of a log. */
#include "note.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/text.h"

#define ED25519 1
#define SIGNATURE_LINE "\xE2\x80\x94 "          /* an em dash and a blank */
#define MOST_SIGNATURES 16
#define LONGEST_NAME 128
#define TYPED_SEED (1 + crypto_sign_SEEDBYTES)
#define KEY_BEGINS "PRIVATE+KEY+"

struct note_signer {
	char name[LONGEST_NAME + 1];
	uint8_t *secret;                /* guarded */
	uint8_t public_key[NOTE_PUBLIC];
	uint8_t id[4];
};

static bool is_name(const char *name)
{
	size_t length = strlen(name);

	return length && length <= LONGEST_NAME && !strpbrk(name, " +\t\r\n");
}

static void key_id(const char *name, const uint8_t public_key[NOTE_PUBLIC], uint8_t id[4])
{
	static const uint8_t between[] = { '\n', ED25519 };
	uint8_t hash[crypto_hash_sha256_BYTES];
	crypto_hash_sha256_state state;

	crypto_hash_sha256_init(&state);
	crypto_hash_sha256_update(&state, (const uint8_t *)name, strlen(name));
	crypto_hash_sha256_update(&state, between, sizeof between);
	crypto_hash_sha256_update(&state, public_key, NOTE_PUBLIC);
	crypto_hash_sha256_final(&state, hash);
	memcpy(id, hash, 4);
}

static const char *base64(const uint8_t *bytes, size_t size, struct arena *arena)
{
	size_t room = sodium_base64_encoded_len(size, sodium_base64_VARIANT_ORIGINAL);

	return sodium_bin2base64(arena_take(arena, room), room, bytes, size, sodium_base64_VARIANT_ORIGINAL);
}

/* Exactly `size` bytes from text. */
static bool from_base64(const char *text, size_t length, uint8_t *bytes, size_t size)
{
	size_t got = 0;

	return sodium_base642bin(bytes, size, text, length, NULL, &got, NULL, sodium_base64_VARIANT_ORIGINAL) == 0 && got == size;
}

/* "PRIVATE+KEY+name+hexid+base64(type, seed)": the form that the Go tools of transparency logs read and write. */
static const char *key_text(const char *name, const uint8_t id[4], const uint8_t *typed_seed, struct arena *arena)
{
	char hex[2 * 4 + 1];

	sodium_bin2hex(hex, sizeof hex, id, 4);
	return arena_format(arena, KEY_BEGINS "%s+%s+%s\n", name, hex, base64(typed_seed, TYPED_SEED, arena));
}

static bool write_new_file(const char *path, const char *text)
{
	int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	bool done = file >= 0 && write(file, text, strlen(text)) == (ssize_t)strlen(text) && fsync(file) == 0;

	if (file >= 0)
		close(file);
	return done;
}

bool note_key_make(const char *path, const char *name, struct arena *arena, const char **problem)
{
	uint8_t typed_seed[TYPED_SEED], public_key[NOTE_PUBLIC], secret[NOTE_SECRET], id[4];
	char *text;
	bool done;

	if (!is_name(name)) {
		*problem = arena_format(arena, "'%s' cannot name a log: blanks and plus signs are not allowed", name);
		return false;
	}
	typed_seed[0] = ED25519;
	randombytes_buf(typed_seed + 1, TYPED_SEED - 1);
	crypto_sign_seed_keypair(public_key, secret, typed_seed + 1);
	key_id(name, public_key, id);
	text = arena_copy(arena, key_text(name, id, typed_seed, arena));
	done = write_new_file(path, text);
	if (!done)
		*problem = arena_format(arena, "%s: %s", path, strerror(errno));
	sodium_memzero(typed_seed, sizeof typed_seed);
	sodium_memzero(secret, sizeof secret);
	sodium_memzero(text, strlen(text));
	return done;
}

static bool parse_key(const char *line, struct note_signer *signer)
{
	const char *name = line + strlen(KEY_BEGINS), *plus;
	uint8_t typed_seed[TYPED_SEED];
	char hex[2 * 4 + 1];
	bool fine;

	if (strncmp(line, KEY_BEGINS, strlen(KEY_BEGINS)) != 0 || !(plus = strchr(name, '+')) || plus - name > LONGEST_NAME ||
	    strlen(plus) < 1 + 8 + 1 || plus[9] != '+')
		return false;
	memcpy(signer->name, name, (size_t)(plus - name));
	signer->name[plus - name] = '\0';
	fine = is_name(signer->name) && from_base64(plus + 10, strcspn(plus + 10, "\n"), typed_seed, TYPED_SEED) &&
	       typed_seed[0] == ED25519 && crypto_sign_seed_keypair(signer->public_key, signer->secret, typed_seed + 1) == 0;
	sodium_memzero(typed_seed, sizeof typed_seed);
	if (!fine)
		return false;
	key_id(signer->name, signer->public_key, signer->id);
	sodium_bin2hex(hex, sizeof hex, signer->id, 4);
	return memcmp(hex, plus + 1, 8) == 0;
}

struct note_signer *note_signer_read(const char *path, struct arena *arena, const char **problem)
{
	FILE *file = fopen(path, "re");
	struct note_signer *signer;
	char line[512] = "";

	if (!file) {
		*problem = arena_format(arena, "%s: %s; make it with 'shanyu init'", path, strerror(errno));
		return NULL;
	}
	signer = arena_take(arena, sizeof *signer);
	signer->secret = sodium_malloc(NOTE_SECRET);
	if (!signer->secret || !fgets(line, sizeof line, file) || !parse_key(line, signer)) {
		*problem = arena_format(arena, "%s: is no signing key of this program", path);
		note_signer_free(signer);
		signer = NULL;
	}
	sodium_memzero(line, sizeof line);
	fclose(file);
	return signer;
}

void note_signer_free(struct note_signer *signer)
{
	if (!signer)
		return;
	sodium_free(signer->secret);
	signer->secret = NULL;
}

const char *note_verifier_text(const struct note_signer *signer, struct arena *arena)
{
	uint8_t typed[1 + NOTE_PUBLIC] = { ED25519 };
	char id[2 * 4 + 1];

	memcpy(typed + 1, signer->public_key, NOTE_PUBLIC);
	sodium_bin2hex(id, sizeof id, signer->id, sizeof signer->id);
	return arena_format(arena, "%s+%s+%s", signer->name, id, base64(typed, sizeof typed, arena));
}

bool note_verifier_read(const char *text, struct arena *arena, struct note_verifier *verifier)
{
	const char *first = strchr(text, '+'), *second = first ? strchr(first + 1, '+') : NULL;
	uint8_t typed[1 + NOTE_PUBLIC], id[4];
	size_t got = 0;

	if (!second || second - first != 9 || sodium_hex2bin(id, sizeof id, first + 1, 8, NULL, &got, NULL) != 0 || got != sizeof id ||
	    !from_base64(second + 1, strlen(second + 1), typed, sizeof typed) || typed[0] != ED25519)
		return false;
	verifier->name = arena_text(arena, text, (size_t)(first - text));
	memcpy(verifier->public_key, typed + 1, NOTE_PUBLIC);
	key_id(verifier->name, verifier->public_key, verifier->id);
	return is_name(verifier->name) && memcmp(verifier->id, id, sizeof id) == 0;
}

const char *note_sign(const struct note_signer *signer, const char *text, struct arena *arena)
{
	uint8_t stamped[4 + crypto_sign_BYTES];

	memcpy(stamped, signer->id, 4);
	crypto_sign_detached(stamped + 4, NULL, (const uint8_t *)text, strlen(text), signer->secret);
	return arena_format(arena, "%s\n" SIGNATURE_LINE "%s %s\n", text, signer->name, base64(stamped, sizeof stamped, arena));
}

const char *note_checkpoint(const struct note_signer *signer, int64_t size, const uint8_t root[NOTE_HASH], struct arena *arena)
{
	return note_sign(signer, arena_format(arena, "%s\n%" PRId64 "\n%s\n", signer->name, size, base64(root, NOTE_HASH, arena)), arena);
}

enum signature { SIGNATURE_OTHER, SIGNATURE_RIGHT, SIGNATURE_WRONG };

/* One signature line: "— name base64". */
static enum signature check_line(const struct note_verifier *verifier, const char *line, size_t length, const char *text, size_t size)
{
	size_t dash = strlen(SIGNATURE_LINE), name = strlen(verifier->name);
	uint8_t stamped[4 + crypto_sign_BYTES];

	if (length < dash + name + 1 || memcmp(line, SIGNATURE_LINE, dash) != 0)
		return SIGNATURE_WRONG;
	if (memcmp(line + dash, verifier->name, name) != 0 || line[dash + name] != ' ' ||
	    !from_base64(line + dash + name + 1, length - dash - name - 1, stamped, sizeof stamped) ||
	    memcmp(stamped, verifier->id, sizeof verifier->id) != 0)
		return SIGNATURE_OTHER;
	return crypto_sign_verify_detached(stamped + 4, (const uint8_t *)text, size, verifier->public_key) == 0 ? SIGNATURE_RIGHT :
													   SIGNATURE_WRONG;
}

bool note_verify(const struct note_verifier *verifier, const char *note, struct arena *arena, const char **text)
{
	const char *line = NULL, *at = note;
	bool right = false;
	size_t size;

	/* The last blank line parts text and signatures. */
	while ((at = strstr(at, "\n\n")))
		line = ++at;
	if (!line || !text_is_utf8(note, strlen(note)))
		return false;
	size = (size_t)(line - note);
	line++;
	for (int count = 0; *line && count < MOST_SIGNATURES; count++) {
		const char *end = strchr(line, '\n');
		enum signature signature = end ? check_line(verifier, line, (size_t)(end - line), note, size) : SIGNATURE_WRONG;

		if (signature == SIGNATURE_WRONG)
			return false;
		right = right || signature == SIGNATURE_RIGHT;
		line = end + 1;
	}
	*text = arena_text(arena, note, size);
	return right;
}

bool note_checkpoint_verify(const struct note_verifier *verifier, const char *note, struct arena *arena, int64_t *size,
			    uint8_t root[NOTE_HASH])
{
	const char *text, *line, *hash;
	size_t name = strlen(verifier->name);

	if (!note_verify(verifier, note, arena, &text) || strncmp(text, verifier->name, name) != 0 || text[name] != '\n')
		return false;
	line = text + name + 1;
	hash = strchr(line, '\n');
	if (!hash || !text_to_integer(arena_text(arena, line, (size_t)(hash - line)), size) || *size < 0)
		return false;
	return from_base64(hash + 1, strcspn(hash + 1, "\n"), root, NOTE_HASH);
}
