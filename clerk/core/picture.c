/* SPDX-License-Identifier: Apache-2.0 */
/* Previews of evidence, and of what officials attached. */
#include "picture.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "lib/base/clock.h"
#include "lib/base/errand.h"
#include "taking.h"

#define LARGEST_PREVIEW ((size_t)4 * 1024 * 1024)
/*
 * What one picture may cost. A photograph of a telephone takes a second or two and 300 MiB; preview bounds its own memory below this, and
 * waits for nothing, so that the clock leaves room for a machine that is busy with other things.
 */
#define MOST_SECONDS 90
#define MOST_PROCESSOR_SECONDS 30
#define MOST_MEMORY ((uint64_t)3 * 1024 * 1024 * 1024)
/* When the program cannot be started that is no fault of the picture: it waits. */
#define REST_NANOSECONDS 10000000000LL
#define LONGEST_NAME 128

/* What a preview is of: a piece of evidence by its name; an attachment by procedure, number and position, with no name. */
struct shown {
	char name[LONGEST_NAME];
	char procedure[LONGEST_NAME], number[LONGEST_NAME];
	int64_t position;
};

struct pictures {
	char *const *words;
	struct errand errand;
	int made;                       /* file in memory: the preview on its way */
	struct shown of;
	char attached_by[LONGEST_NAME]; /* whose attachment was shown last */
	bool was_attachment;            /* evidence is next, when some waits */
	int64_t rest_until;             /* nanoseconds */
	struct duty_complaint failed;
};

/* No file, and why: there is none to be had, or not just now. */
#define NO_PICTURE (-1)
#define NOT_NOW (-2)

/* What lies in parts, as a file in memory, or NOT_NOW. */
static int whole_file(struct sql *sql, const struct query *parts, const struct values *file)
{
	struct sql_cursor cursor;
	const struct values *row;
	int sealed = memfd_create("sealed", MFD_CLOEXEC);
	bool fine = sealed >= 0 && sql_start(sql, parts, file, &cursor);

	while (fine && (row = sql_next(&cursor))) {
		const struct value *bytes = values_find(row, "bytes");

		fine = bytes && bytes->kind == VALUE_BLOB && write(sealed, bytes->blob, bytes->size) == (ssize_t)bytes->size;
		if (!fine)
			sql_finish(&cursor);
	}
	if (fine && !sql_failed(sql) && lseek(sealed, 0, SEEK_SET) == 0)
		return sealed;
	if (sealed >= 0)
		close(sealed);
	return NOT_NOW;
}

/* The original, unsealed into memory: never onto a disk. */
static int plain_file(int sealed, const struct office_key *key)
{
	enum envelope_verdict verdict;
	struct envelope_reader *reader = envelope_open(sealed, key->public_key, key->secret_key, &verdict);
	int plain = memfd_create("plain", MFD_CLOEXEC);
	enum envelope_event event = ENVELOPE_STOPPED;
	struct envelope_piece piece;

	while (reader && plain >= 0 && (event = envelope_next(reader, &piece)) != ENVELOPE_DONE && event != ENVELOPE_STOPPED)
		if (event == ENVELOPE_BYTES && write(plain, piece.bytes, piece.size) != (ssize_t)piece.size)
			break;
	envelope_close(reader);
	if (event == ENVELOPE_DONE && lseek(plain, 0, SEEK_SET) == 0)
		return plain;
	if (plain >= 0)
		close(plain);
	return plain >= 0 && event == ENVELOPE_STOPPED ? NO_PICTURE : NOT_NOW;
}

struct pictures *pictures_new(const char *program, struct arena *lasting)
{
	struct pictures *pictures = arena_take(lasting, sizeof *pictures);
	char **words = arena_take(lasting, 2 * sizeof *words);

	words[0] = arena_copy(lasting, duty_program(program, "preview", lasting));
	*pictures = (struct pictures){ .words = words, .made = -1 };
	return pictures;
}

static struct values *place_of(const struct shown *of, struct arena *arena)
{
	struct values *place = values_new(arena);

	if (*of->name) {
		values_put_text(place, "name", of->name);
		return place;
	}
	values_put_text(place, "procedure", of->procedure);
	values_put_text(place, "number", of->number);
	values_put_integer(place, "position", of->position);
	return place;
}

/* A preview, or (bytes NULL) that there is none. */
static void note(struct pictures *pictures, struct sql *sql, const char *bytes, size_t size, struct arena *arena)
{
	const struct query *put = *pictures->of.name ? &Q_preview_put : &Q_attachment_preview_put;
	struct values *row = place_of(&pictures->of, arena);

	values_put_text(row, "preview_state", bytes ? "MADE" : "NONE");
	if (bytes)
		values_put_blob(row, "preview", bytes, size);
	else
		values_put_null(row, "preview");
	if (sql_begin(sql) && sql_do(sql, put, row) >= 0 && sql_commit(sql))
		return;
	/* It still waits, and is made once more. */
	duty_complain(&pictures->failed, arena_format(arena, "a preview could not be noted: %s", sql_problem(sql)));
	sql_rollback(sql);
}

static const char *bytes_of(int made, size_t *size, struct arena *arena)
{
	off_t end = lseek(made, 0, SEEK_END);
	char *bytes;

	if (end <= 0 || (size_t)end > LARGEST_PREVIEW)
		return NULL;
	*size = (size_t)end;
	bytes = arena_take(arena, *size);
	return pread(made, bytes, *size, 0) == (ssize_t)*size ? bytes : NULL;
}

static void forget(struct pictures *pictures)
{
	if (pictures->made >= 0)
		close(pictures->made);
	pictures->made = -1;
}

/* False: one is still under way. */
static bool finish(struct pictures *pictures, struct sql *sql, struct arena *arena)
{
	const char *problem = "", *bytes = NULL;
	enum errand_state state = errand_look(&pictures->errand, arena, &problem);
	size_t size = 0;

	if (state == ERRAND_RUNS)
		return false;
	if (state == ERRAND_NONE)
		return true;
	if (state == ERRAND_DONE)
		bytes = bytes_of(pictures->made, &size, arena);
	forget(pictures);
	note(pictures, sql, bytes, size, arena);
	return true;
}

/* The plain picture of a piece of evidence, NO_PICTURE or NOT_NOW. */
static int evidence_of(struct sql *sql, const struct values *waiting, const struct office_key *key, struct arena *arena)
{
	struct values *file = values_new(arena);
	int sealed, plain;

	values_put_text(file, "file", values_text(waiting, "name"));
	sealed = strncmp(values_text(waiting, "type"), "image/", 6) == 0 ? whole_file(sql, &Q_case_file_part_list, file) : NO_PICTURE;
	plain = sealed >= 0 ? plain_file(sealed, key) : sealed;
	if (sealed >= 0)
		close(sealed);
	return plain;
}

static bool fits(const struct values *row, const char *name, char to[LONGEST_NAME])
{
	size_t size = strlen(values_text(row, name));

	if (size < LONGEST_NAME)
		memcpy(to, values_text(row, name), size + 1);
	return size < LONGEST_NAME;
}

/* An attachment that waits; false: none does. */
static bool next_attachment(struct pictures *pictures, struct sql *sql, struct arena *arena, int *plain)
{
	struct values *last = values_new(arena), *waiting;

	values_put_text(last, "attached_by", pictures->attached_by);
	if (sql_row(sql, &Q_attachment_waiting, last, arena, &waiting) != SQL_FOUND || !fits(waiting, "procedure", pictures->of.procedure) ||
	    !fits(waiting, "number", pictures->of.number) || !fits(waiting, "attached_by", pictures->attached_by))
		return false;
	pictures->of.position = values_integer(waiting, "position");
	*plain = whole_file(sql, &Q_attachment_part_read, place_of(&pictures->of, arena));
	return true;
}

static bool next_evidence(struct pictures *pictures, struct sql *sql, const struct office_key *key, struct arena *arena, int *plain)
{
	struct values *waiting;

	if (sql_row(sql, &Q_preview_waiting, NULL, arena, &waiting) != SQL_FOUND || !fits(waiting, "name", pictures->of.name))
		return false;
	*plain = evidence_of(sql, waiting, key, arena);
	return true;
}

/*
 * What is next: its file, NO_PICTURE or NOT_NOW. False: nothing waits, or it could not be asked. Evidence and attachments take turns, and so do the
 * accounts: nobody's heap of large pictures keeps the others' waiting.
 */
static bool next(struct pictures *pictures, struct sql *sql, const struct office_key *key, struct arena *arena, int *plain)
{
	bool evidence_first = pictures->was_attachment, attachment;

	pictures->of = (struct shown){ .position = 0 };
	pictures->was_attachment = false;
	if (evidence_first && next_evidence(pictures, sql, key, arena, plain))
		return true;
	attachment = next_attachment(pictures, sql, arena, plain);
	pictures->was_attachment = attachment;
	return attachment || (!evidence_first && next_evidence(pictures, sql, key, arena, plain));
}

static void begin(struct pictures *pictures, int plain, struct arena *arena)
{
	struct errand_order order = { .words = pictures->words,
				      .input = plain,
				      .output = memfd_create("preview", MFD_CLOEXEC),
				      .seconds = MOST_SECONDS,
				      .processor_seconds = MOST_PROCESSOR_SECONDS,
				      .memory = MOST_MEMORY };
	const char *problem = "no memory";

	pictures->made = order.output;
	if (order.output >= 0 && errand_order(&pictures->errand, &order, arena, &problem))
		return;
	duty_complain(&pictures->failed, arena_format(arena, "no previews are made: %s", problem));
	forget(pictures);
	pictures->rest_until = clock_nanoseconds() + REST_NANOSECONDS;
}

void pictures_round(struct pictures *pictures, struct sql *sql, const struct office_key *key, struct arena *arena)
{
	int plain;

	if (!finish(pictures, sql, arena) || clock_nanoseconds() < pictures->rest_until || !next(pictures, sql, key, arena, &plain))
		return;
	if (plain == NOT_NOW) {
		duty_complain(&pictures->failed, "a photograph cannot be brought into memory just now: its preview waits");
		pictures->rest_until = clock_nanoseconds() + REST_NANOSECONDS;
		return;
	}
	if (plain < 0) {
		note(pictures, sql, NULL, 0, arena);
		return;
	}
	begin(pictures, plain, arena);
	close(plain);
}

void pictures_free(struct pictures *pictures)
{
	if (!pictures)
		return;
	errand_stop(&pictures->errand);
	forget(pictures);
}
