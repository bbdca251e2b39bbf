/* SPDX-License-Identifier: Apache-2.0 */
/* Links that hold the whole state of a search, in one order of fields, so that equal searches have equal addresses. */
#ifndef SHANYU_PUBLIC_LINK_H
#define SHANYU_PUBLIC_LINK_H

#include "find.h"

/*
 * path?field=value&... of what was asked, without the fields named in `without` (blank-separated, NULL = none), and with
 * page=`page` when it is not empty. lat and lon stand for the position ("" = as asked).
 */
const char *search_link(const struct finding *finding, const char *path, const char *without, const char *page, const char *lat,
			const char *lon, struct arena *arena);

/* A text as a value of a query. */
const char *link_escaped(const char *text, struct arena *arena);

#endif
