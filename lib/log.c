/* SPDX-License-Identifier: Apache-2.0 */
/* Lines for the operator on stderr. */
#include "log.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

void log_line(enum log_level level, const char *format, ...)
{
	char line[2048];
	va_list arguments;
	int length = snprintf(line, sizeof line, "<%d>%s: ", (int)level, program_invocation_short_name);
	int more;

	va_start(arguments, format);
	more = vsnprintf(line + length, sizeof line - (size_t)length - 1, format, arguments);
	va_end(arguments);
	if (more < 0)
		return;
	length += more;
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
