/* SPDX-License-Identifier: Apache-2.0 */
/*
 * portal: the citizen's side that only reads. It opens the published edition and the templates; it writes nothing, holds no
 * secret, and cannot name a table that is not published.
 */
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "lib/confine.h"
#include "lib/serve.h"
#include "public/portal.h"

/* Every public URL: the whole surface of the portal. */
static const struct route portal_routes[] = {
	{ METHOD_GET, "/", WHO_ANYONE, NULL, home_show, NULL },
	{ METHOD_GET, "/facilities", WHO_ANYONE, &search_form, directory_show, NULL },
	{ METHOD_GET, "/facilities.csv", WHO_ANYONE, &search_form, export_csv, NULL },
	{ METHOD_GET, "/facilities.geojson", WHO_ANYONE, &search_form, export_geojson, NULL },
	{ METHOD_GET, "/facilities/{code:code}", WHO_ANYONE, &facility_form, facility_show, NULL },
	{ METHOD_GET, "/facilities/{code:code}/qr.svg", WHO_ANYONE, NULL, facility_code, NULL },
	{ METHOD_GET, "/facilities/{code:code}/poster", WHO_ANYONE, NULL, facility_poster, NULL },
	{ METHOD_GET, "/compare", WHO_ANYONE, &compare_form, compare_show, NULL },
	{ METHOD_GET, "/locate", WHO_ANYONE, &locate_form, locate_show, NULL },
	{ METHOD_GET, "/map.svg", WHO_ANYONE, NULL, map_show, NULL },
	{ METHOD_GET, "/api/facilities", WHO_ANYONE, &search_form, api_facilities, NULL },
	{ METHOD_GET, "/api/facilities/{code:code}", WHO_ANYONE, NULL, api_facility, NULL },
	{ METHOD_GET, "/disclosures", WHO_ANYONE, &disclosures_form, disclosures_show, NULL },
	{ METHOD_GET, "/open-data", WHO_ANYONE, NULL, page_open_data, NULL },
	{ METHOD_GET, "/open-data/hsds.json", WHO_ANYONE, NULL, export_hsds, NULL },
	{ METHOD_GET, "/accessibility", WHO_ANYONE, NULL, page_accessibility, NULL },
	{ METHOD_GET, "/privacy", WHO_ANYONE, NULL, page_privacy, NULL },
	{ METHOD_GET, "/site-map", WHO_ANYONE, NULL, page_site_map, NULL },
	{ METHOD_GET, "/sitemap.xml", WHO_ANYONE, NULL, sitemap_show, NULL },
	{ METHOD_GET, "/text-size", WHO_ANYONE, &text_size_form, text_size_set, NULL },
	{ METHOD_GET, "/healthz", WHO_ANYONE, NULL, health_show, NULL },
	{ 0 },
};

int main(int count, char **words)
{
	const char *config_path = count == 3 && strcmp(words[1], "--config") == 0 ? words[2] : NULL;
	struct portal portal = { .arena = arena_new((size_t)8 * 1024 * 1024), .program.routes = portal_routes };
	const char *problem;

	if (count == 2 && strcmp(words[1], "--routes") == 0) {
		routes_print(&portal.program);
		return 0;
	}
	if (sodium_init() < 0 || (count != 1 && !config_path)) {
		fputs("usage: portal [--routes | --config FILE], as a FastCGI or CGI program\n", stderr);
		return 2;
	}
	if (!portal_set_up(&portal, config_path, &problem) || !confine(CONFINE_TO_READING, &problem)) {
		fprintf(stderr, "portal: %s\n", problem);
		return 1;
	}
	return serve_run(&portal.program, route_answer);
}
