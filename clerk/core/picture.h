/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Previews of evidence and of what officials attached: made by the program preview, which sees one picture and nothing else, one after the other, and never waited for. What
 * a stranger's picture costs is bounded in time and memory, and delays other pictures only.
 */
#ifndef SHANYU_CLERK_PICTURE_H
#define SHANYU_CLERK_PICTURE_H

#include "letter.h"

struct pictures;

/* `program` is its path; "" = beside our own. Lives as long as the arena. */
struct pictures *pictures_new(const char *program, struct arena *lasting);

/* Note the preview that is done, begin the next that is missing. A picture of which none can be made is noted as such. */
void pictures_round(struct pictures *pictures, struct sql *sql, const struct office_key *key, struct arena *arena);

/* End the one under way: it is made anew the next time. */
void pictures_free(struct pictures *pictures);

#endif
