/* SPDX-License-Identifier: Apache-2.0 */
/* Named values as JSON and back. Canonical: sorted keys, no blanks, UTF-8, reals with ten significant digits. */
#ifndef SHANYU_JSON_H
#define SHANYU_JSON_H

#include <jansson.h>

#include "values.h"

/* A new object with the values from place `first` on, names as keys; blobs as lower-case hex. The caller owns it. */
json_t *json_from_values(const struct values *values, size_t first);

/* Canonical text of an object or a single value, held in the arena; takes the reference. */
char *json_canonical(json_t *json, struct arena *arena);

/* Every text in it, names of members aside, becomes what a reader sees of it (text_visible). The arena is for the way. */
void json_make_visible(json_t *json, struct arena *arena);

/* A flat object's members as values (true and false as 1 and 0), held in the arena. NULL when it is no flat object. */
struct values *json_to_values(const char *text, struct arena *arena);

#endif
