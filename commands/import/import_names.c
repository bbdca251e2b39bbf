/* SPDX-License-Identifier: Apache-2.0 */
/* Texts and what each stands for: open addressing, twice the room of what is in it. */
#include "import_names.h"

#include <stdint.h>
#include <string.h>

#define FIRST_ROOM 64           /* a power of two */

struct name {
	const char *text;
	const void *meant;
};

struct names {
	struct arena *arena;
	struct name *at;
	size_t room;
	size_t count;
};

struct names *names_new(struct arena *arena)
{
	struct names *names = arena_take(arena, sizeof *names);

	names->arena = arena;
	names->room = FIRST_ROOM;
	names->at = arena_take(arena, names->room * sizeof *names->at);
	return names;
}

/* FNV-1a */
static size_t place_of(const struct names *names, const char *text)
{
	uint64_t hash = 0xCBF29CE484222325u;
	size_t place;

	for (const char *at = text; *at; at++)
		hash = (hash ^ (unsigned char)*at) * 0x100000001B3u;
	for (place = hash & (names->room - 1); names->at[place].text; place = (place + 1) & (names->room - 1))
		if (strcmp(names->at[place].text, text) == 0)
			break;
	return place;
}

static void grow(struct names *names)
{
	struct name *before = names->at;
	size_t before_room = names->room;

	names->room *= 2;
	names->at = arena_take(names->arena, names->room * sizeof *names->at);
	for (size_t i = 0; i < before_room; i++)
		if (before[i].text)
			names->at[place_of(names, before[i].text)] = before[i];
}

void names_put(struct names *names, const char *text, const void *meant)
{
	struct name *name;

	if (names->count * 2 >= names->room)
		grow(names);
	name = &names->at[place_of(names, text)];
	names->count += !name->text;
	*name = (struct name){ text, meant };
}

const void *names_find(const struct names *names, const char *text)
{
	return names ? names->at[place_of(names, text)].meant : NULL;
}
