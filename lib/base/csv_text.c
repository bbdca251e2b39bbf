/* SPDX-License-Identifier: Apache-2.0 */
/* The text of a CSV file as UTF-8. Excel in China writes GB18030 unless told otherwise, and a mark before UTF-8 when told. */
#include "csv_text.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "csv.h"
#include "encoding.h"
#include "text.h"

/* Shares of everyday characters: from which on bytes are taken as GB18030, by how much it must lead, which others are told. */
#define LEAST_TAKEN 0.8
#define LEAST_BEFORE 0.1
#define LEAST_TOLD 0.5

static const struct signature {
	const char *bytes;
	size_t size;
	const char *what;
} signatures[] = {
	{ "PK\x03\x04", 4, "this is an Excel workbook (or another zipped file); open it and save it as 'CSV UTF-8'" },
	{ "PK\x05\x06", 4, "this is an empty zipped file; save the table as 'CSV UTF-8'" },
	{ "\xD0\xCF\x11\xE0", 4, "this is an Excel workbook of the old kind; open it and save it as 'CSV UTF-8'" },
	{ "%PDF", 4, "this is a PDF; ask for the table it was made from and save that as 'CSV UTF-8'" },
	{ "\x1F\x8B", 2, "this is a compressed file; unpack it first" },
};

static bool refuse(struct arena *arena, const char **problem, const char *path, const char *what)
{
	*problem = arena_format(arena, "%s: %s", path, what);
	return false;
}

static bool read_all(int file, char *to, size_t size)
{
	while (size) {
		ssize_t got = read(file, to, size);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return false;
		to += got;
		size -= (size_t)got;
	}
	return true;
}

static bool read_file(const char *path, struct csv_text *text, struct arena *arena, const char **problem)
{
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat status;
	bool fine = false;
	char *bytes;

	if (file < 0)
		return refuse(arena, problem, path, strerror(errno));
	if (fstat(file, &status) != 0)
		refuse(arena, problem, path, strerror(errno));
	else if (!S_ISREG(status.st_mode))
		refuse(arena, problem, path, "this is no plain file");
	else if ((size_t)status.st_size > CSV_MOST_BYTES)
		refuse(arena, problem, path, "the file is larger than 64 MB; split it");
	else {
		bytes = arena_take(arena, (size_t)status.st_size + 1);
		fine = read_all(file, bytes, (size_t)status.st_size);
		if (!fine)
			refuse(arena, problem, path, "the file could not be read to its end");
		*text = (struct csv_text){ bytes, (size_t)status.st_size, "UTF-8" };
	}
	close(file);
	return fine;
}

static size_t line_of(const char *bytes, size_t size)
{
	size_t line = 1;

	for (size_t i = 0; i < size; i++)
		line += bytes[i] == '\n';
	return line;
}

/* The line on which well-formed UTF-8 ends. */
static size_t line_of_fault(const struct csv_text *text)
{
	size_t line = 1;
	const char *at = text->bytes;
	const char *end = text->bytes + text->size;

	while (at < end) {
		const char *next = memchr(at, '\n', (size_t)(end - at));
		size_t size = next ? (size_t)(next + 1 - at) : (size_t)(end - at);

		if (!text_is_utf8(at, size))
			return line;
		at += size;
		line++;
	}
	return line;
}

static bool refuse_line(struct arena *arena, const char **problem, const char *path, size_t line, const char *what)
{
	*problem = arena_format(arena, "%s:%zu: %s", path, line, what);
	return false;
}

/* Text that began as something else is told by its NUL bytes. */
static bool has_no_nul(const struct csv_text *text, struct arena *arena, const char **problem, const char *path)
{
	const char *nul = memchr(text->bytes, '\0', text->size);

	return !nul || refuse_line(arena, problem, path, line_of(text->bytes, (size_t)(nul - text->bytes)),
				   "this is no text (it holds a NUL byte); save the table as 'CSV UTF-8', or say 'encoding = utf-16le' "
				   "if it is UTF-16 without its mark");
}

static bool convert(struct csv_text *text, const char *encoding, struct arena *arena, const char **problem, const char *path)
{
	const char *bytes = text->bytes;
	size_t size, fault;

	text->bytes = encoding_to_utf8(encoding, bytes, text->size, &size, &fault, arena);
	if (!text->bytes)
		return refuse_line(arena, problem, path, line_of(bytes, fault),
				   arena_format(arena, "this line is not %s; save the table as 'CSV UTF-8'", encoding));
	text->size = size;
	text->encoding = encoding;
	return has_no_nul(text, arena, problem, path);
}

/* Bytes that may be of several encodings: whoever has the file knows which, and says so. */
static bool refuse_guesses(struct arena *arena, const char **problem, const char *path, size_t line, const struct encoding_guess *guesses,
			   size_t count)
{
	const char *names = NULL;

	for (size_t i = 0; i < count; i++)
		if (i == 0 || guesses[i].share >= LEAST_TOLD)
			names = names ? arena_format(arena, "%s or %s", names, guesses[i].name) : guesses[i].name;
	if (!names)
		return refuse_line(arena, problem, path, line,
				   "this is neither UTF-8 nor GB18030 nor any other usual encoding; save the table as 'CSV UTF-8'");
	return refuse_line(arena, problem, path, line,
			   arena_format(arena,
					"this is not UTF-8 and may be %s; save the table as 'CSV UTF-8', or say 'encoding = %s' under "
					"[source] of the mapping when you know it",
					names, guesses[0].name));
}

/* What is valid GB18030 is often valid in other encodings too: it is taken as that only when it plainly reads as Chinese. */
static bool find_encoding(struct csv_text *text, struct arena *arena, const char **problem, const char *path)
{
	struct encoding_guess guesses[ENCODING_GUESSES];
	size_t count;

	if (text_is_utf8(text->bytes, text->size)) {
		/* Encodings of seven bits switch between alphabets by escapes. */
		const char *escape = memchr(text->bytes, 0x1B, text->size);

		return !escape || refuse_line(arena, problem, path, line_of(text->bytes, (size_t)(escape - text->bytes)),
					      "this may be iso-2022-jp (it holds an escape character); save the table as 'CSV UTF-8'");
	}
	count = encoding_weigh(text->bytes, text->size, guesses);
	if (!count || strcmp(guesses[0].name, "gb18030") != 0 || guesses[0].share < LEAST_TAKEN ||
	    (count > 1 && guesses[1].share > guesses[0].share - LEAST_BEFORE))
		return refuse_guesses(arena, problem, path, line_of_fault(text), guesses, count);
	return convert(text, "GB18030", arena, problem, path);
}

/* What the first bytes say. */
static const struct mark {
	const char *bytes;
	size_t size;
	const char *encoding, *called;
} marks[] = {
	{ "\xEF\xBB\xBF", 3, "UTF-8", "UTF-8 with byte order mark" },
	{ "\xFF\xFE", 2, "UTF-16LE", "UTF-16LE" },
	{ "\xFE\xFF", 2, "UTF-16BE", "UTF-16BE" },
};

static bool decode(struct csv_text *text, const char *encoding, struct arena *arena, const char **problem, const char *path)
{
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		if (text->size < marks[i].size || memcmp(text->bytes, marks[i].bytes, marks[i].size) != 0 || (encoding && i > 0))
			continue;
		*text = (struct csv_text){ text->bytes + marks[i].size, text->size - marks[i].size, marks[i].called };
		if (i > 0)
			return convert(text, marks[i].encoding, arena, problem, path);
		if (text_is_utf8(text->bytes, text->size))
			return true;
		return has_no_nul(text, arena, problem, path) &&
		       refuse_line(arena, problem, path, line_of_fault(text),
				   "this line is not UTF-8, though the file begins as such; save the table as 'CSV UTF-8'");
	}
	if (encoding)
		return convert(text, encoding, arena, problem, path);
	return has_no_nul(text, arena, problem, path) && find_encoding(text, arena, problem, path);
}

bool csv_text_read(const char *path, const char *encoding, struct csv_text *text, struct arena *arena, const char **problem)
{
	if (!read_file(path, text, arena, problem))
		return false;
	if (!text->size)
		return refuse(arena, problem, path,
			      "the file is empty; a header line with the names of the columns is expected");
	for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
		if (text->size >= signatures[i].size && memcmp(text->bytes, signatures[i].bytes, signatures[i].size) == 0)
			return refuse(arena, problem, path, signatures[i].what);
	return decode(text, encoding, arena, problem, path);
}

bool csv_text_read_utf8(const char *path, struct csv_text *text, struct arena *arena, const char **problem)
{
	if (!read_file(path, text, arena, problem))
		return false;
	if (!text->size)
		return refuse(arena, problem, path, "the file is empty");
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		if (text->size < marks[i].size || memcmp(text->bytes, marks[i].bytes, marks[i].size) != 0)
			continue;
		if (i > 0)
			return refuse(arena, problem, path, arena_format(arena, "this is %s; save the file as UTF-8", marks[i].called));
		*text = (struct csv_text){ text->bytes + marks[i].size, text->size - marks[i].size, marks[i].called };
		break;
	}
	if (memchr(text->bytes, '\0', text->size))
		return refuse(arena, problem, path, "this is no text (it holds a NUL byte); save the file as UTF-8");
	if (!text_is_utf8(text->bytes, text->size))
		return refuse_line(arena, problem, path, line_of_fault(text), "this line is not UTF-8; save the file as UTF-8");
	return true;
}
