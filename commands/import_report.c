/* SPDX-License-Identifier: Apache-2.0 */
/* What is wrong with the rows of an import: a line each on stderr, and a CSV file for whoever mends the source. */
#include <csv.h>
#include <errno.h>
#include <string.h>

#include "import.h"
#include "lib/text.h"

#define MOST_SHOWN 60           /* characters of a value in a message */

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

/* Spreadsheets compute what begins like a formula: such cells get an apostrophe before. */
static void write_cell(FILE *file, const char *text, const char *end)
{
	const char *guarded = text;
	char with[512];

	if (*text && strchr("=+-@\t\r", *text)) {
		snprintf(with, sizeof with, "'%s", text);
		guarded = with;
	}
	csv_fwrite(file, guarded, strlen(guarded));
	fputs(end, file);
}

void import_note(struct import *import, enum note note, size_t line, const char *field, const char *reason,
		 const char *value)
{
	const char *text = shown(import, value);

	import->warnings += note == NOTE_WARNING;
	progress_end(&import->progress);
	fprintf(stderr, "%s:%zu: %s: %s%s%s%s%s\n", import->path, line, field, note == NOTE_WARNING ? "warning: " : "",
		reason, *text ? " (" : "", text, *text ? ")" : "");
	if (!import->report)
		return;
	fprintf(import->report, "%zu,", line);
	write_cell(import->report, field, ",");
	write_cell(import->report, note == NOTE_WARNING ? "warning" : "refused", ",");
	write_cell(import->report, reason, ",");
	write_cell(import->report, text, "\r\n");
}

bool import_report_open(struct import *import, const char *path)
{
	import->report = fopen(path, "wbe");
	if (!import->report) {
		import->problem = arena_format(import->arena, "%s: %s", path, strerror(errno));
		return false;
	}
	fputs("\xEF\xBB\xBFline,field,verdict,reason,value\r\n", import->report);
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
