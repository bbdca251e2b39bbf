/* SPDX-License-Identifier: Apache-2.0 */
/* The files of a letter or a message. */
#include "evidence.h"

#include <sodium.h>
#include <string.h>
#include <unistd.h>

#include "taking.h"

#define PART_SIZE ((size_t)1024 * 1024)
/* What is no kind of evidence that the door takes: it is kept all the same, and has no preview. */
#define OTHER_TYPE "application/octet-stream"

/* Unseal all of it and see what it is. False: it is not whole, or not sealed to this key. */
static bool measure(struct taking *taking, struct evidence_file *file)
{
	struct arena *arena = taking->work->arena;
	struct file_check *check = arena_take(arena, sizeof *check);
	char *hex = arena_take(arena, 2 * crypto_hash_sha256_BYTES + 1);
	uint8_t hash[crypto_hash_sha256_BYTES];
	enum envelope_event event = ENVELOPE_STOPPED;
	enum envelope_verdict verdict;
	struct envelope_piece piece;
	struct envelope_reader *reader = envelope_open(file->found.copy, taking->key->public_key, taking->key->secret_key, &verdict);

	file_check_begin(check, taking->types);
	while (reader && (event = envelope_next(reader, &piece)) != ENVELOPE_DONE && event != ENVELOPE_STOPPED)
		if (event == ENVELOPE_BYTES)
			file_check_bytes(check, piece.bytes, piece.size);
	envelope_close(reader);
	if (event != ENVELOPE_DONE)
		return false;
	file_check_end(check, hash);
	file->type = check->type ? check->type : OTHER_TYPE;
	file->size = (int64_t)check->size;
	file->sha256 = sodium_bin2hex(hex, 2 * sizeof hash + 1, hash, sizeof hash);
	return true;
}

static enum evidence_end look_at_one(struct taking *taking, struct letter *letter, struct evidence *evidence, size_t at, const char **reason)
{
	struct evidence_file *file = &evidence->files[at];
	enum case_answer answer;
	enum inbox_verdict verdict;

	file->is_known = casework_row(taking->work, &Q_case_file_known, "name", file->name, &answer) != NULL;
	if (answer == CASE_FAILED)
		return EVIDENCE_FAILED;
	if (file->is_known)
		return EVIDENCE_SEEN;
	verdict = incoming_open(taking->incoming, file->name, &file->found);
	*reason = file->found.reason;
	if ((verdict == INBOX_UNREADABLE && evidence->may_wait) || (verdict == INBOX_NONE && evidence->may_follow))
		return EVIDENCE_WAITS;
	file->is_here = verdict == INBOX_FINE && measure(taking, file);
	if (file->is_here)
		letter_note_file(letter, at, file->type, file->size, file->sha256);
	return EVIDENCE_SEEN;
}

enum evidence_end evidence_look(struct taking *taking, struct letter *letter, struct evidence *evidence, const char **reason)
{
	enum evidence_end end = EVIDENCE_SEEN;

	for (size_t i = 0; end == EVIDENCE_SEEN && i < letter->file_count; i++) {
		struct evidence_file *file = &evidence->files[evidence->count++];

		*file = (struct evidence_file){ .found.copy = -1 };
		file->name = arena_format(taking->work->arena, "%s-f%s", evidence->envelope, letter->files[i].id);
		end = look_at_one(taking, letter, evidence, i, reason);
	}
	return end;
}

static bool put_part(struct casework *work, const char *name, int64_t position, const char *bytes, size_t size)
{
	struct values *row = values_new(work->arena);

	values_put_text(row, "file", name);
	values_put_integer(row, "position", position);
	values_put_blob(row, "bytes", bytes, size);
	return casework_do(work, &Q_case_file_part_put, row);
}

static off_t size_of(int copy)
{
	off_t size = lseek(copy, 0, SEEK_END);

	return lseek(copy, 0, SEEK_SET) == 0 ? size : -1;
}

/* As many bytes as there are, up to size; -1 when they cannot be read. */
static ssize_t read_part(int copy, char *bytes, size_t size)
{
	size_t got = 0;
	ssize_t count = 1;

	while (got < size && count > 0) {
		count = read(copy, bytes + got, size - got);
		if (count > 0)
			got += (size_t)count;
	}
	return count < 0 ? -1 : (ssize_t)got;
}

/* The sealed bytes, a MiB at a time. False: the registry did not take them all. */
static bool put_parts(struct casework *work, const char *name, int copy)
{
	struct arena_mark mark = arena_mark(work->arena);
	char *bytes = arena_take(work->arena, PART_SIZE);
	off_t size = size_of(copy), total = 0;
	int64_t position = 1;
	ssize_t count;

	while ((count = read_part(copy, bytes, PART_SIZE)) > 0 && put_part(work, name, position++, bytes, (size_t)count))
		total += count;
	if (count <= 0 && (count < 0 || total != size))
		work->problem = "a file in memory could not be read";
	/* What the problem says lies in the arena too. */
	if (count != 0 || total != size)
		return false;
	arena_return(work->arena, mark);
	return true;
}

static bool put_row(struct casework *work, const struct evidence *evidence, const struct letter_file *named, const struct evidence_file *file,
		    int64_t position)
{
	struct values *row = values_new(work->arena);

	values_put_text(row, "name", file->name);
	values_put_text(row, "receipt_lookup", evidence->lookup);
	if (evidence->message)
		values_put_integer(row, "message", evidence->message);
	else
		values_put_null(row, "message");
	values_put_integer(row, "position", position);
	values_put_text(row, "declared", named->declared);
	values_put_text(row, "declared_type", named->type);
	if (named->size >= 0)
		values_put_integer(row, "declared_size", named->size);
	else
		values_put_null(row, "declared_size");
	values_put_text(row, "declared_sha256", named->sha256);
	values_put_text(row, "type", file->is_here ? file->type : "");
	values_put_integer(row, "size", file->size);
	values_put_text(row, "sha256", file->is_here ? file->sha256 : named->sha256);
	values_put_integer(row, "sealed_size", file->is_here ? (int64_t)size_of(file->found.copy) : 0);
	values_put_text(row, "preview_state", file->is_here ? "WAITING" : "MISSING");
	values_put_integer(row, "received_at", work->now);
	return casework_do(work, &Q_case_file_put, row);
}

/* It is in the registry: it may leave the table at once, the folder after the commit. */
static bool let_go(struct taking *taking, const struct evidence_file *file)
{
	struct values *row = values_new(taking->work->arena);

	values_put_text(row, "name", file->name);
	if (!casework_do(taking->work, &Q_envelope_aside_forget, row))
		return false;
	if (file->found.in_table && !incoming_empty(taking->incoming, file->name))
		return casework_failed(taking->work);
	taking_note(taking, file->name, &file->found);
	return true;
}

bool evidence_put(struct taking *taking, const struct letter *letter, struct evidence *evidence)
{
	bool fine = true;

	for (size_t i = 0; fine && i < evidence->count; i++) {
		struct evidence_file *file = &evidence->files[i];

		if (file->is_known)
			continue;
		fine = put_row(taking->work, evidence, &letter->files[i], file, (int64_t)i + 1) &&
		       (!file->is_here || put_parts(taking->work, file->name, file->found.copy));
		if (fine && file->is_here)
			fine = let_go(taking, file);
	}
	return fine;
}

static bool fill_row(struct taking *taking, const struct evidence_file *file)
{
	struct casework *work = taking->work;
	struct values *row = values_new(work->arena), *claim;
	enum case_answer answer;

	claim = casework_row(work, &Q_case_file_claim, "name", file->name, &answer);
	if (!claim)
		return false;
	values_put_text(row, "name", file->name);
	values_put_text(row, "type", file->type);
	values_put_integer(row, "size", file->size);
	values_put_text(row, "sha256", file->sha256);
	values_put_integer(row, "sealed_size", (int64_t)size_of(file->found.copy));
	return casework_do(work, &Q_case_file_fill, row) && put_parts(work, file->name, file->found.copy) && let_go(taking, file) &&
	       mailbox_refresh(work, values_text(claim, "receipt_lookup"));
}

static enum evidence_filling fill(struct taking *taking, const struct evidence_file *file)
{
	struct sql *sql = taking->work->sql;
	size_t taken_before = taking->taken_count;

	if (!sql_begin(sql) || !fill_row(taking, file) || !sql_commit(sql)) {
		taking->taken_count = taken_before;
		if (!taking->work->problem)
			taking->work->problem = arena_copy(taking->work->arena, sql_problem(sql));
		sql_rollback(sql);
		return EVIDENCE_NOT_FILLED;
	}
	taking->taken_count = taken_before;
	if (!file->found.in_table)
		incoming_remove(taking->incoming, file->name, &file->found.status);
	return EVIDENCE_FILLED;
}

enum evidence_filling evidence_fill(struct taking *taking, const char *name, const char **reason)
{
	struct evidence_file file = { .name = name, .found.copy = -1 };
	enum inbox_verdict verdict = incoming_open(taking->incoming, name, &file.found);
	enum evidence_filling filling = verdict == INBOX_NONE || verdict == INBOX_UNREADABLE ? EVIDENCE_NOT_YET : EVIDENCE_UNFIT;

	*reason = verdict == INBOX_FINE ? "evidence that is not whole, or sealed to another key" : file.found.reason;
	if (verdict == INBOX_FINE && measure(taking, &file))
		filling = fill(taking, &file);
	incoming_close(&file.found);
	return filling;
}

void evidence_close(struct evidence *evidence)
{
	for (size_t i = 0; i < evidence->count; i++)
		incoming_close(&evidence->files[i].found);
}
