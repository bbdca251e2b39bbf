/* SPDX-License-Identifier: Apache-2.0 */
/* Lines for the operator on stderr, with journald's priority in front. No names, phones or search words belong in them. */
#ifndef SHANYU_LOG_H
#define SHANYU_LOG_H

enum log_level { LOG_ERROR_LINE = 3, LOG_WARNING_LINE = 4, LOG_NOTICE_LINE = 5, LOG_INFO_LINE = 6 };

/* One line "<priority>program: text"; line breaks in the text become blanks. */
void log_line(enum log_level level, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
