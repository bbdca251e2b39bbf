/* SPDX-License-Identifier: Apache-2.0 */
/* UUIDs of names. */
#include "uuid_name.h"

#include <string.h>
#include <uuid.h>

const char *uuid_of_name(struct arena *arena, const char *name)
{
	/* Drawn once, by chance; never to be changed: every identifier that was handed out hangs on it. */
	static const char space[] = "7f3c1a52-0c8e-4d6b-9b57-5e2d0a64c1f9";
	char *text = arena_take(arena, UUID_STR_LEN);
	uuid_t of_space, uuid;

	uuid_parse(space, of_space);
	uuid_generate_sha1(uuid, of_space, name, strlen(name));
	uuid_unparse_lower(uuid, text);
	return text;
}
