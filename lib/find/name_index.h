/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names to look for in running text: which names does the text begin with here, and which name is one slip away. Names and texts are
 * well-formed UTF-8, folded alike by the caller (words_fold). One name may stand for several things. Nothing here knows a language.
 */
#ifndef SHANYU_NAME_INDEX_H
#define SHANYU_NAME_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/arena.h"

#define NAME_MOST_CHARACTERS 48 /* of a name; longer ones are not taken */

struct name_index;

/* Names that a text begins with: so many of its bytes, entries from..to-1 of the index (the same name, several values). */
struct name_hit {
	size_t size;
	size_t from, to;
};

struct name_index *name_index_new(struct arena *arena);

/* Add a name (copied) with what it stands for. Nothing is found before the index is sealed, nothing can be added after. */
void name_index_add(struct name_index *index, const char *name, int32_t value);
void name_index_seal(struct name_index *index);

/* Every name that the text (size bytes) begins with, shorter before longer, at most `most`; how many. */
size_t name_index_starts(const struct name_index *index, const char *text, size_t size, struct name_hit *hits, size_t most);

/* The entries of exactly this name; from = to when there is none. */
struct name_hit name_index_exactly(const struct name_index *index, const char *text, size_t size);

/*
 * Names that differ from the text by one slip: a character replaced, missing, added, or two neighbours exchanged. Gives the first entry of
 * each, at most `most`; how many. Looks at every name: about 2 ns each.
 */
size_t name_index_near(const struct name_index *index, const char *text, size_t size, size_t *entries, size_t most);

/* Whether two texts differ by one slip, as above. */
bool name_is_one_slip(const char *one, const char *one_end, const char *other, const char *other_end);

/* Names that hold the text and are longer, in the same way. */
size_t name_index_holding(const struct name_index *index, const char *text, size_t size, size_t *entries, size_t most);

int32_t name_index_value(const struct name_index *index, size_t entry);
const char *name_index_name(const struct name_index *index, size_t entry);
size_t name_index_count(const struct name_index *index);

#endif
