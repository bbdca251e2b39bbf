/* SPDX-License-Identifier: Apache-2.0 */
/* The text of a CSV file as UTF-8. Excel in China writes GB18030 unless told otherwise, and a mark before UTF-8 when told. */
#include "csv_text.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unicode/ucnv.h>
#include <unistd.h>

#include "csv.h"
#include "text.h"

static const struct signature {
	const char *bytes;
	size_t size;
	const char *what;
} signatures[] = {
	{ "PK\x03\x04", 4, "this is an Excel workbook (or another zipped file); open it and save it as 'CSV UTF-8'" },
	{ "PK\x05\x06", 4, "this is an empty zipped file; save the table as 'CSV UTF-8'" },
	{ "\xD0\xCF\x11\xE0", 4, "this is an Excel workbook of the old kind; open it and save it as 'CSV UTF-8'" },
	{ "%PDF", 4, "this is a PDF; ask for the table it was made from and save that as 'CSV UTF-8'" },
	{ "\xFF\xFE", 2, "this is UTF-16 text ('Unicode text' of Excel); save it as 'CSV UTF-8'" },
	{ "\xFE\xFF", 2, "this is UTF-16 text; save it as 'CSV UTF-8'" },
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

static bool convert(struct csv_text *text, struct arena *arena)
{
	size_t room = text->size * 3 / 2 + 16;
	UErrorCode error = U_ZERO_ERROR;
	UConverter *converter = ucnv_open("gb18030", &error);
	char *converted;
	int32_t size;

	if (U_FAILURE(error))
		return false;
	ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
	converted = arena_take(arena, room);
	size = ucnv_toAlgorithmic(UCNV_UTF8, converter, converted, (int32_t)room, text->bytes, (int32_t)text->size,
				  &error);
	ucnv_close(converter);
	if (U_FAILURE(error) || !text_is_utf8(converted, (size_t)size))
		return false;
	*text = (struct csv_text){ converted, (size_t)size, "GB18030" };
	return true;
}

static bool refuse_line(struct arena *arena, const char **problem, const char *path, size_t line, const char *what)
{
	*problem = arena_format(arena, "%s:%zu: %s", path, line, what);
	return false;
}

bool csv_text_read(const char *path, struct csv_text *text, struct arena *arena, const char **problem)
{
	bool marked;
	const char *nul;

	if (!read_file(path, text, arena, problem))
		return false;
	if (!text->size)
		return refuse(arena, problem, path,
			      "the file is empty; a header line with the names of the columns is expected");
	for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
		if (text->size >= signatures[i].size && memcmp(text->bytes, signatures[i].bytes, signatures[i].size) == 0)
			return refuse(arena, problem, path, signatures[i].what);
	nul = memchr(text->bytes, '\0', text->size);
	if (nul)
		return refuse_line(arena, problem, path, line_of(text->bytes, (size_t)(nul - text->bytes)),
				   "this is no text (it holds a NUL byte); save the table as 'CSV UTF-8'");
	marked = text->size >= 3 && memcmp(text->bytes, "\xEF\xBB\xBF", 3) == 0;
	if (marked)
		*text = (struct csv_text){ text->bytes + 3, text->size - 3, "UTF-8 with byte order mark" };
	if (text_is_utf8(text->bytes, text->size) || (!marked && convert(text, arena)))
		return true;
	return refuse_line(
		arena, problem, path, line_of_fault(text),
		marked ? "this line is not UTF-8, though the file begins as such; save the table as 'CSV UTF-8'"
		       : "this is neither UTF-8 nor GB18030; save the table as 'CSV UTF-8'");
}
