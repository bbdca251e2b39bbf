/* SPDX-License-Identifier: Apache-2.0 */
/* A mail as bytes for a sendmail-compatible command: MIME, UTF-8. Sends nothing itself. */
#ifndef SHANYU_MAIL_H
#define SHANYU_MAIL_H

#include <stdint.h>

#include "lib/base/arena.h"

struct mail {
	const char *from;               /* one address, with or without a name */
	const char *to;                 /* addresses, with commas between */
	const char *subject;
	const char *text;
	int64_t at;                     /* Unix seconds; written in China's time */
};

/* The message with LF line ends, marked as made by a program, so that nobody's absence note answers it. NULL: an address is none. */
const char *mail_make(const struct mail *mail, struct arena *arena);

#endif
