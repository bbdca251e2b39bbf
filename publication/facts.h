/* SPDX-License-Identifier: Apache-2.0 */
/* From the registry to the log: publish what differs from what was last published. */
#ifndef SHANYU_PUBLICATION_FACTS_H
#define SHANYU_PUBLICATION_FACTS_H

#include "log.h"

/* How many facts were published and withdrawn. */
struct publication_count {
	int64_t looked_at;
	int64_t published;
	int64_t withdrawn;
};

/*
 * Compare every fact of the registry (of one facility when `only` is not "") with what the log last published of it, and
 * append the differences, in the caller's write transaction. watch is called with the number looked at; may be NULL.
 */
bool publication_publish(struct publication_appending *appending, const char *only, struct publication_count *count,
			 void (*watch)(void *with, int64_t looked_at), void *with);

/*
 * The same for one fact, whatever else differs: what the registry says of the subject is appended when it is not what was last published,
 * and withdrawn when it says nothing any more. `only` is the code of the facility it is of, "" when it is of none.
 */
bool publication_publish_one(struct publication_appending *appending, const char *kind, const char *subject, const char *only,
			     struct publication_count *count);

#endif
