/* SPDX-License-Identifier: Apache-2.0 */
/*
 * admin: the officials' side, the only program people log in to. It works on the registry, opens reporters' contact data for those who
 * may, and publishes what was approved. It holds no key that opens envelopes.
 */
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "admin/office.h"
#include "lib/serve.h"

/* Every URL of the office: who may, and under which name the audit records it. */
static const struct route admin_routes[] = {
	{ METHOD_GET, "/healthz", WHO_ANYONE, NULL, office_health, NULL },
	{ METHOD_GET, "/", VERB_OWN, NULL, day_show, NULL },
	{ METHOD_GET, "/jump", VERB_CASE_READ, &jump_form, jump_go, NULL },
	{ METHOD_GET, "/cases", VERB_CASE_READ, &case_filters_form, cases_list, NULL },
	{ METHOD_POST, "/cases/saved", VERB_CASE_READ, &case_list_form, case_list_save, "list.save" },
	{ METHOD_POST, "/cases/saved/remove", VERB_CASE_READ, &case_list_form, case_list_remove, "list.remove" },
	{ 0 },
};

int main(int count, char **words)
{
	const char *config_path = count == 3 && strcmp(words[1], "--config") == 0 ? words[2] : NULL;
	struct office office = { .arena = arena_new((size_t)8 * 1024 * 1024), .program = { .routes = admin_routes, .who_name = office_verb_name } };
	const char *problem = "";

	if (count == 2 && strcmp(words[1], "--routes") == 0) {
		routes_print(&office.program);
		return 0;
	}
	if (sodium_init() < 0 || (count != 1 && !config_path)) {
		fputs("usage: admin [--routes | --config FILE], as a FastCGI or CGI program\n", stderr);
		return 2;
	}
	if (!office_set_up(&office, config_path, &problem)) {
		fprintf(stderr, "admin: %s\n", problem);
		return 1;
	}
	return serve_run(&office.program, route_answer);
}
