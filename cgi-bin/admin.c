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
	{ METHOD_GET, "/outcomes", VERB_CASE_READ, &outcomes_form, outcomes_list, NULL },
	{ METHOD_GET, "/outcomes/{code:code}", VERB_CASE_READ, &outcome_show_form, outcomes_show, NULL },
	{ METHOD_POST, "/outcomes/{code:code}/edit", VERB_OUTCOME_PREPARE, &outcome_edit_form, outcomes_edit, "outcome.edit" },
	{ METHOD_POST, "/outcomes/{code:code}/answer", VERB_OUTCOME_PREPARE, &outcome_answer_form, outcomes_answer, "outcome.answer" },
	{ METHOD_POST, "/outcomes/{code:code}/back", VERB_OUTCOME_PREPARE, &outcome_reason_form, outcomes_back, "outcome.back" },
	{ METHOD_POST, "/outcomes/{code:code}/correct", VERB_OUTCOME_PREPARE, &outcome_reason_form, outcomes_correct, "outcome.correct" },
	{ METHOD_POST, "/outcomes/{code:code}/approve", VERB_OUTCOME_APPROVE, &outcome_approve_form, outcomes_approve, "outcome.approve" },
	{ METHOD_POST, "/outcomes/{code:code}/return", VERB_OUTCOME_APPROVE, &outcome_reason_form, outcomes_return, "outcome.return" },
	{ METHOD_POST, "/outcomes/{code:code}/drop", VERB_OUTCOME_APPROVE, &outcome_reason_form, outcomes_drop, "outcome.drop" },
	{ METHOD_POST, "/outcomes/{code:code}/withdraw", VERB_OUTCOME_APPROVE, &outcome_reason_form, outcomes_withdraw, "outcome.withdraw" },
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
