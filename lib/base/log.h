/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Lines for the operator on stderr, with journald's priority in front. No names, phones or search words belong in them. Whatever strangers
 * do, a program fills no disk with them: of each kind of line, which is its format, twenty a minute are written, and the others counted.
 */
#ifndef SHANYU_LOG_H
#define SHANYU_LOG_H

enum log_level { LOG_ERROR_LINE = 3, LOG_WARNING_LINE = 4, LOG_NOTICE_LINE = 5, LOG_INFO_LINE = 6 };

/* One line "<priority>program: text"; line breaks in the text become blanks. */
void log_line(enum log_level level, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The same with a kind of its own: any address that lasts as long as the program. */
void log_line_of(const void *kind, enum log_level level, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Tell how many lines were only counted in minutes that are over. Done with every line too; for programs that may long be silent. */
void log_tell_counted(void);

#endif
