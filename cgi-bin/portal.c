/* SPDX-License-Identifier: Apache-2.0 */
/*
 * portal: the citizen's side that only reads. It opens the published edition and the templates; it writes nothing, holds no
 * secret, and cannot name a table that is not published.
 */
#include <sodium.h>
#include <stdio.h>

#include "lib/seal/confine.h"
#include "lib/web/serve.h"
#include "lib/base/start.h"
#include "public/core/portal.h"

/* Every public URL: the whole surface of the portal. */
static const struct route portal_routes[] = {
	{ METHOD_GET, "/", WHO_ANYONE, &home_form, home_show, NULL },
	{ METHOD_GET, "/facilities", WHO_ANYONE, &search_form, directory_show, NULL },
	{ METHOD_GET, "/facilities.csv", WHO_ANYONE, &search_form, export_csv, NULL },
	{ METHOD_GET, "/facilities.geojson", WHO_ANYONE, &search_form, export_geojson, NULL },
	{ METHOD_GET, "/facilities.atom", WHO_ANYONE, &search_form, feed_atom, NULL },
	{ METHOD_GET, "/facilities.feed.json", WHO_ANYONE, &search_form, feed_json, NULL },
	{ METHOD_GET, "/facilities.qr.svg", WHO_ANYONE, &search_form, directory_code, NULL },
	{ METHOD_GET, "/facilities/{code:code}", WHO_ANYONE, &facility_form, facility_show, NULL },
	{ METHOD_GET, "/facilities/{code:code}/qr.svg", WHO_ANYONE, NULL, facility_code, NULL },
	{ METHOD_GET, "/facilities/{code:code}/contact.vcf", WHO_ANYONE, NULL, facility_contact, NULL },
	{ METHOD_GET, "/facilities/{code:code}/card.png", WHO_ANYONE, NULL, facility_card, NULL },
	{ METHOD_GET, "/facilities/{code:code}/poster", WHO_ANYONE, NULL, facility_poster, NULL },
	{ METHOD_GET, "/compare", WHO_ANYONE, &compare_form, compare_show, NULL },
	{ METHOD_GET, "/compare.qr.svg", WHO_ANYONE, &compare_form, compare_code, NULL },
	{ METHOD_GET, "/locate", WHO_ANYONE, &locate_form, locate_show, NULL },
	{ METHOD_GET, "/map", WHO_ANYONE, &search_form, map_of_results, NULL },
	{ METHOD_GET, "/map.svg", WHO_ANYONE, &map_form, map_show, NULL },
	{ METHOD_GET, "/api/facilities", WHO_ANYONE, &search_form, api_facilities, NULL },
	{ METHOD_GET, "/api/facilities/{code:code}", WHO_ANYONE, NULL, api_facility, NULL },
	{ METHOD_GET, "/disclosures", WHO_ANYONE, &disclosures_form, disclosures_show, NULL },
	{ METHOD_GET, "/procedures", WHO_ANYONE, NULL, procedures_list, NULL },
	{ METHOD_GET, "/procedures/{kind:code}", WHO_ANYONE, NULL, procedures_show, NULL },
	{ METHOD_GET, "/open-data", WHO_ANYONE, NULL, page_open_data, NULL },
	{ METHOD_GET, "/open-data/hsds.json", WHO_ANYONE, &search_form, export_hsds, NULL },
	{ METHOD_GET, "/accessibility", WHO_ANYONE, NULL, page_accessibility, NULL },
	{ METHOD_GET, "/privacy", WHO_ANYONE, NULL, page_privacy, NULL },
	{ METHOD_GET, "/site-map", WHO_ANYONE, NULL, page_site_map, NULL },
	{ METHOD_GET, "/sitemap.xml", WHO_ANYONE, &sitemap_form, sitemap_show, NULL },
	{ METHOD_GET, "/robots.txt", WHO_ANYONE, NULL, robots_show, NULL },
	{ METHOD_GET, "/text-size", WHO_ANYONE, &text_size_form, text_size_set, NULL },
	{ METHOD_GET, "/text-size/{page:code}", WHO_ANYONE, &text_size_typed_form, text_size_set_typed, NULL },
	{ METHOD_GET, "/healthz", WHO_ANYONE, NULL, health_show, NULL },
	{ 0 },
};

/* It reads the edition and what pages are made of. */
static bool fence(const struct portal *portal, bool tell, const char **problem)
{
	const struct confine_path paths[] = {
		{ portal->config->editions, CONFINE_MAY_READ },
		{ portal->config->templates, CONFINE_MAY_READ },
		{ NULL, CONFINE_MAY_READ },
	};
	const struct confinement fences = { .to = CONFINE_TO_READING, .paths = paths, .alone = true, .tell = tell };

	return confine_behind(&fences, portal->arena, problem);
}

int main(int count, char **words)
{
	struct portal portal = { .arena = arena_new((size_t)8 * 1024 * 1024), .program.routes = portal_routes };
	const char *problem;
	struct start start;

	if (sodium_init() < 0 || !start_read(count, words, &start)) {
		fputs("usage: portal [--routes | [--check] [--config FILE]], as a FastCGI or CGI program\n", stderr);
		return 2;
	}
	if (start.routes) {
		routes_print(&portal.program);
		return 0;
	}
	if (!portal_set_up(&portal, start.config, &problem) || !fence(&portal, start.check, &problem)) {
		fprintf(stderr, "portal: %s\n", problem);
		return 1;
	}
	return start.check ? 0 : serve_run(&portal.program, route_answer);
}
