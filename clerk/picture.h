/* SPDX-License-Identifier: Apache-2.0 */
/* Previews of evidence: made by the program preview, which sees one picture and nothing else. */
#ifndef SHANYU_CLERK_PICTURE_H
#define SHANYU_CLERK_PICTURE_H

#include "letter.h"

/* Make one preview that is missing. False: none is, or it could not be noted. A picture that has none is noted as such. */
bool picture_make_one(struct sql *sql, const struct office_key *key, const char *program, struct arena *arena);

#endif
