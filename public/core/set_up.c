/* SPDX-License-Identifier: Apache-2.0 */
/* What a program of the public side needs before its first request. */
#include <sodium.h>
#include <string.h>

#include "assets.h"
#include "lib/find/words.h"
#include "portal.h"

/* With all of both kept, a worker stays under 10 MB of its own. */
#define KEPT_ROWS 16384
#define KEPT_ROW_BYTES (4352 * 1024)
#define KEPT_PAGES 128
#define KEPT_PAGE_BYTES (1024 * 1024)

/* The scheme and host of the map tiles; a host part in braces, as in https://t{s}.example/, stands for any. */
static const char *host_of_tiles(const char *url, struct arena *arena)
{
	const char *host = strstr(url, "://");
	const char *brace;
	size_t size;

	if (!host)
		return "";
	size = (size_t)(host - url) + 3 + strcspn(host + 3, "/");
	brace = memchr(host, '{', size - (size_t)(host - url));
	if (!brace || !memchr(brace, '.', (size_t)(url + size - brace)))
		return arena_text(arena, url, size);
	brace = strchr(brace, '.');
	return arena_format(arena, "%.*s://*%.*s", (int)(host - url), url, (int)(url + size - brace), brace);
}

void portal_set_up_to_find(struct portal *portal)
{
	portal->program.state = portal;
	portal->edition_path = arena_format(portal->arena, "%s/portal.db", portal->config->editions);
	portal->heard_path = arena_format(portal->arena, "%s/heard", portal->config->editions);
	portal->version = SHANYU_ASSETS;
	portal->words = words_open_to_ask();
	randombytes_buf(portal->count_secret, sizeof portal->count_secret);
}

bool portal_set_up(struct portal *portal, const char *config_path, const char **problem)
{
	static const char *const rooms[] = { "public", "shared", NULL };

	portal->config = config_read(config_path, portal->arena, problem);
	if (!portal->config || !routes_check(&portal->program, portal->arena, problem))
		return false;
	portal->program.templates = templates_load(portal->config->templates, rooms, portal->arena, problem);
	if (!portal->program.templates)
		return false;
	portal->program.begin = published_begin;
	portal->program.globals = portal_globals;
	portal->program.images_from = host_of_tiles(portal->config->tiles_url, portal->arena);
	portal->rows = fragments_new(KEPT_ROWS, KEPT_ROW_BYTES);
	portal->pages = fragments_new(KEPT_PAGES, KEPT_PAGE_BYTES);
	portal_set_up_to_find(portal);
	return true;
}
