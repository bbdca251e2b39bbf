/* SPDX-License-Identifier: Apache-2.0 */
/* Lines for the operator on stderr. */
#include "log.h"

#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "clock.h"

#define KINDS 32
#define LINES_A_MINUTE 20
#define MINUTE 60
#define SAMPLE 100

/* How often a kind of line was met in the minute that began then. */
struct kind {
	const void *is;
	int64_t since; /* Unix seconds */
	unsigned written, counted;
	char sample[SAMPLE]; /* the begin of the last one written */
};

/* The one thing here that lasts: what this process wrote lately. */
static struct kind kinds[KINDS];

static void write_line(enum log_level level, const char *text)
{
	char line[2048];
	int length = snprintf(line, sizeof line - 1, "<%d>%s: %s", (int)level, program_invocation_short_name, text);

	if (length < 0)
		return;
	if (length > (int)sizeof line - 2)
		length = (int)sizeof line - 2;
	for (int i = 0; i < length; i++)
		if ((unsigned char)line[i] < 0x20)
			line[i] = ' ';
	line[length++] = '\n';
	/* One write, so that lines of several workers do not mix. */
	if (write(STDERR_FILENO, line, (size_t)length) < 0)
		return;
}

static void tell_counted(struct kind *kind)
{
	char text[SAMPLE + 100];

	if (!kind->counted)
		return;
	snprintf(text, sizeof text, "%u more lines like this one were not written: %s", kind->counted, kind->sample);
	write_line(LOG_WARNING_LINE, text);
	kind->counted = 0;
}

/* A clock that was set back ends a minute too. */
static bool is_over(const struct kind *kind, int64_t now)
{
	return now >= kind->since + MINUTE || now < kind->since;
}

void log_tell_counted(void)
{
	int64_t now = clock_now();

	for (struct kind *kind = kinds; kind < kinds + KINDS; kind++)
		if (kind->counted && is_over(kind, now))
			tell_counted(kind);
}

/* Its place, or that of the kind that was begun longest ago. */
static struct kind *place_of(const void *is)
{
	struct kind *oldest = kinds;

	for (struct kind *kind = kinds; kind < kinds + KINDS; kind++) {
		if (kind->is == is)
			return kind;
		if (kind->since < oldest->since)
			oldest = kind;
	}
	tell_counted(oldest);
	*oldest = (struct kind){ .is = is };
	return oldest;
}

static bool may_write(struct kind *kind)
{
	int64_t now = clock_now();

	if (is_over(kind, now)) {
		tell_counted(kind);
		kind->since = now;
		kind->written = 0;
	}
	if (kind->written == LINES_A_MINUTE) {
		kind->counted++;
		return false;
	}
	kind->written++;
	return true;
}

static void write_list(const void *is, enum log_level level, const char *format, va_list arguments)
{
	struct kind *kind;
	char text[2000];

	log_tell_counted();
	kind = place_of(is);
	if (!may_write(kind) || vsnprintf(text, sizeof text, format, arguments) < 0)
		return;
	snprintf(kind->sample, sizeof kind->sample, "%.*s", SAMPLE - 1, text);
	write_line(level, text);
}

void log_line(enum log_level level, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	write_list(format, level, format, arguments);
	va_end(arguments);
}

void log_line_of(const void *kind, enum log_level level, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	write_list(kind, level, format, arguments);
	va_end(arguments);
}
