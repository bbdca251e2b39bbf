/* SPDX-License-Identifier: Apache-2.0 */
/* The files of a letter or a message. */
#include "evidence.h"

#include <sodium.h>
#include <string.h>
#include <unistd.h>

#include "lib/text.h"
#include "taking.h"

#define MOST_FILES 6
#define PART_SIZE ((size_t)1024 * 1024)
/* What 20 MiB take when they are sealed, and more; what is larger never came through the door. */
#define LARGEST_SEALED ((off_t)24 * 1024 * 1024)
#define ID_DIGITS 16

static const char *text_of(const json_t *file, const char *name)
{
	const char *text = json_string_value(json_object_get(file, name));

	return text && !text_has_control(text) ? text : "";
}

/* The name of a file's envelope; NULL when the letter names none that can be. */
static const char *name_of(const struct evidence *evidence, const json_t *file, struct arena *arena)
{
	const char *id = text_of(file, "id");

	if (strlen(id) != ID_DIGITS || strspn(id, "0123456789abcdef") != ID_DIGITS)
		return NULL;
	return arena_format(arena, "%s-f%s", evidence->envelope, id);
}

bool evidence_is_here(struct incoming *incoming, const struct evidence *evidence, const json_t *files)
{
	size_t i;
	json_t *file;
	bool in_table;

	json_array_foreach(files, i, file)
	{
		const char *name = name_of(evidence, file, incoming->arena);
		int opened = name ? incoming_open(incoming, name, &in_table) : -1;

		if (name && opened < 0)
			return false;
		if (opened >= 0)
			close(opened);
	}
	return true;
}

/* Whether what is sealed is whole, and the file the letter names by its hash. */
static bool is_as_named(int opened, const struct office_key *key, const char *sha256)
{
	enum envelope_verdict verdict;
	struct envelope_reader *reader = envelope_open(opened, key->public_key, key->secret_key, &verdict);
	char hex[2 * crypto_hash_sha256_BYTES + 1];
	uint8_t hash[crypto_hash_sha256_BYTES];
	crypto_hash_sha256_state state;
	struct envelope_piece piece;
	enum envelope_event event = ENVELOPE_STOPPED;

	crypto_hash_sha256_init(&state);
	while (reader && (event = envelope_next(reader, &piece)) != ENVELOPE_DONE && event != ENVELOPE_STOPPED)
		if (event == ENVELOPE_BYTES)
			crypto_hash_sha256_update(&state, piece.bytes, piece.size);
	envelope_close(reader);
	crypto_hash_sha256_final(&state, hash);
	return event == ENVELOPE_DONE && strcmp(sodium_bin2hex(hex, sizeof hex, hash, sizeof hash), sha256) == 0;
}

static bool put_part(struct casework *work, const char *name, int64_t position, const char *bytes, size_t size)
{
	struct values *row = values_new(work->arena);

	values_put_text(row, "file", name);
	values_put_integer(row, "position", position);
	values_put_blob(row, "bytes", bytes, size);
	return casework_do(work, &Q_case_file_part_put, row);
}

/* The sealed bytes, a MiB at a time; their number, -1 when the registry fails. */
static int64_t put_parts(struct casework *work, const char *name, int opened)
{
	char *bytes = arena_take(work->arena, PART_SIZE);
	int64_t total = 0, position = 1;
	size_t size = 0;
	ssize_t count;

	if (lseek(opened, 0, SEEK_SET) != 0)
		return 0;
	do {
		count = read(opened, bytes + size, PART_SIZE - size);
		size += count > 0 ? (size_t)count : 0;
		total += count > 0 ? count : 0;
		if (size && (size == PART_SIZE || count <= 0)) {
			if (!put_part(work, name, position++, bytes, size))
				return -1;
			size = 0;
		}
	} while (count > 0);
	return total;
}

static bool put_row(struct casework *work, const struct evidence *evidence, const json_t *file, const char *name, int64_t position,
		    bool is_there, int64_t sealed_size)
{
	struct values *row = values_new(work->arena);

	values_put_text(row, "name", name);
	values_put_text(row, "receipt_lookup", evidence->lookup);
	if (evidence->message)
		values_put_integer(row, "message", evidence->message);
	else
		values_put_null(row, "message");
	values_put_integer(row, "position", position);
	values_put_text(row, "declared", text_of(file, "name"));
	values_put_text(row, "type", text_of(file, "type"));
	values_put_integer(row, "size", json_integer_value(json_object_get(file, "size")));
	values_put_text(row, "sha256", text_of(file, "sha256"));
	values_put_integer(row, "sealed_size", sealed_size);
	values_put_text(row, "preview_state", is_there ? "WAITING" : "MISSING");
	values_put_integer(row, "received_at", work->now);
	return casework_do(work, &Q_case_file_put, row);
}

static off_t size_of(int opened)
{
	off_t size = lseek(opened, 0, SEEK_END);

	return lseek(opened, 0, SEEK_SET) == 0 ? size : 0;
}

static bool take_one(struct casework *work, struct incoming *incoming, const struct office_key *key, struct evidence *evidence,
		     const json_t *file, int64_t position)
{
	const char *name = name_of(evidence, file, work->arena);
	bool in_table = false, is_there;
	int opened = name ? incoming_open(incoming, name, &in_table) : -1;
	bool fine;

	if (!name)
		return true;
	is_there = opened >= 0 && size_of(opened) <= LARGEST_SEALED && is_as_named(opened, key, text_of(file, "sha256"));
	fine = put_row(work, evidence, file, name, position, is_there, is_there ? (int64_t)size_of(opened) : 0) &&
	       (!is_there || put_parts(work, name, opened) >= 0);
	if (opened >= 0)
		close(opened);
	if (fine && in_table && opened >= 0)
		fine = incoming_empty(incoming, name);
	if (fine && *evidence->removed_count < evidence->removed_most)
		evidence->removed[(*evidence->removed_count)++] = name;
	evidence->count++;
	return fine;
}

bool evidence_take(struct casework *work, struct incoming *incoming, const struct office_key *key, struct evidence *evidence,
		   const json_t *files)
{
	size_t i;
	json_t *file;

	json_array_foreach(files, i,
			   file) if (i < MOST_FILES && !take_one(work, incoming, key, evidence, file, (int64_t)i + 1)) return false;
	return true;
}
