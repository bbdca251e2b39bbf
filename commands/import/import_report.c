/* SPDX-License-Identifier: Apache-2.0 */
/* What is wrong with the rows of an import: a line each on stderr, and a CSV file for whoever mends the source. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "import.h"
#include "lib/paper/csv_write.h"
#include "lib/base/text.h"

#define MOST_SHOWN 60           /* characters of a value in a message */
#define HEADER "\xEF\xBB\xBFline,field,verdict,reason,value\r\n"

/* One line, not too long, without characters that a terminal would obey. */
static const char *shown(struct import *import, const char *value)
{
	char *copy = arena_copy(import->group, value);
	const char *at = copy;
	int count = 0;

	for (char *byte = copy; *byte; byte++)
		if ((unsigned char)*byte < ' ' || *byte == 0x7F)
			*byte = ' ';
	while (*at && count++ < MOST_SHOWN)
		text_next(&at);
	if (!*at)
		return text_has_control(copy) ? "?" : copy;
	return arena_format(import->group, "%.*s...", (int)(at - copy), text_has_control(copy) ? "?" : copy);
}

static void write_row(struct import *import, size_t line, const char *const *cells, size_t count)
{
	struct buffer row = { 0 };

	buffer_text(&row, arena_format(import->group, "%zu", line));
	for (size_t i = 0; i < count; i++) {
		buffer_text(&row, ",");
		csv_write_text(cells[i], &row);
	}
	buffer_text(&row, "\r\n");
	fwrite(row.bytes, 1, row.size, import->report);
	buffer_free(&row);
}

void import_note(struct import *import, enum note note, size_t line, const char *field, const char *reason,
		 const char *value)
{
	const char *text = shown(import, value);

	import->warnings += note == NOTE_WARNING;
	progress_end(&import->progress);
	fprintf(stderr, "%s:%zu: %s: %s%s%s%s%s\n", import->path, line, field, note == NOTE_WARNING ? "warning: " : "",
		reason, *text ? " (" : "", text, *text ? ")" : "");
	if (import->report)
		write_row(import, line, (const char *[]){ field, note == NOTE_WARNING ? "warning" : "refused", reason, text }, 4);
}

static bool refuse_report(struct import *import, const char *path, const char *why)
{
	import->problem = arena_format(import->arena, "%s: the report is not written there: %s", path, why);
	return false;
}

/* Whether the report would be written over what this command reads: looked at before it is opened, since who closes a registry's file lets go its locks. */
static bool is_read_by_us(struct import *import, const char *path)
{
	const struct config *config = import->call->config;
	const char *const read[] = { import->path, import->map->path, config->path, config->registry, config->log_key, config->office_key,
				     config->receipt_key, config->contact_key, config->account_key };
	struct stat report, other;

	if (stat(path, &report) != 0)
		return false;
	for (size_t i = 0; i < sizeof read / sizeof *read; i++)
		if (stat(read[i], &other) == 0 && other.st_dev == report.st_dev && other.st_ino == report.st_ino)
			return true;
	return false;
}

/* An older report and an empty file may be written over, a pipe or terminal written to; whatever else is there is somebody's. */
static bool may_be_written_over(int file)
{
	char begin[sizeof HEADER - 1];
	struct stat status;

	if (fstat(file, &status) != 0 || S_ISBLK(status.st_mode))
		return false;
	if (!S_ISREG(status.st_mode) || !status.st_size)
		return true;
	return pread(file, begin, sizeof begin, 0) == (ssize_t)sizeof begin && memcmp(begin, HEADER, sizeof begin) == 0;
}

bool import_report_open(struct import *import, const char *path)
{
	int file;

	if (is_read_by_us(import, path))
		return refuse_report(import, path, "it is a file that this import reads");
	file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
	if (file < 0)
		return refuse_report(import, path, strerror(errno));
	if (!may_be_written_over(file)) {
		close(file);
		return refuse_report(import, path, "this file is there and is no report of an import; name another, or remove it first");
	}
	if ((ftruncate(file, 0) != 0 && errno != EINVAL) || !(import->report = fdopen(file, "wb"))) {
		refuse_report(import, path, strerror(errno));
		close(file);
		return false;
	}
	fputs(HEADER, import->report);
	return true;
}

bool import_report_close(struct import *import)
{
	bool fine = !import->report || !ferror(import->report);

	if (import->report && fclose(import->report) != 0)
		fine = false;
	import->report = NULL;
	return fine;
}
