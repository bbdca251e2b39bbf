/* SPDX-License-Identifier: Apache-2.0 */
/* Roles and verbs: one table. */
#include "permission.h"

#include <stddef.h>
#include <string.h>

#define MAY(verb) (1u << (VERB_##verb - VERB_OWN))

/* What both who handle cases may. */
#define HANDLING                                                                                                                   \
	(MAY(OWN) | MAY(CASE_READ) | MAY(CASE_HANDLE) | MAY(CASE_NOTE) | MAY(CASE_MESSAGE) | MAY(CASE_IDENTITY) |                  \
	 MAY(CASE_EXPORT) | MAY(OUTCOME_PREPARE) | MAY(NUMBERS_READ))

static const struct {
	const char *code;
	enum scope_kind scope;
	unsigned may;
} roles[ROLE_END] = {
	[ROLE_NONE] = { "", SCOPE_DISTRICT, 0 },
	[ROLE_DESK] = { "DESK", SCOPE_DISTRICT,
			MAY(OWN) | MAY(CASE_READ) | MAY(CASE_TRIAGE) | MAY(CASE_DISPATCH) | MAY(CASE_NOTE) | MAY(CASE_MESSAGE) |
				MAY(CASE_IDENTITY) | MAY(CASE_EXPORT) | MAY(ROUTING_EDIT) | MAY(TEMPLATE_EDIT) |
				MAY(OUTCOME_PREPARE) | MAY(NUMBERS_READ) },
	[ROLE_STREET] = { "STREET", SCOPE_STREET, HANDLING },
	[ROLE_DEPARTMENT] = { "DEPARTMENT", SCOPE_DEPARTMENT, HANDLING },
	[ROLE_SUPERVISOR] = { "SUPERVISOR", SCOPE_DISTRICT, MAY(OWN) | MAY(CASE_READ) | MAY(CASE_NOTE) | MAY(OUTCOME_STAND_IN) | MAY(NUMBERS_READ) },
	[ROLE_PUBLISHER] = { "PUBLISHER", SCOPE_DISTRICT, MAY(OWN) | MAY(CASE_READ) | MAY(OUTCOME_PREPARE) | MAY(NUMBERS_READ) },
	[ROLE_APPROVER] = { "APPROVER", SCOPE_DISTRICT,
			    MAY(OWN) | MAY(CASE_READ) | MAY(CASE_DECIDE) | MAY(CASE_MESSAGE) | MAY(CASE_IDENTITY) |
				    MAY(CASE_EXPORT) | MAY(OUTCOME_APPROVE) | MAY(NUMBERS_READ) },
	[ROLE_AUDITOR] = { "AUDITOR", SCOPE_DISTRICT, MAY(OWN) | MAY(AUDIT_READ) | MAY(NUMBERS_READ) },
	[ROLE_ADMINISTRATOR] = { "ADMINISTRATOR", SCOPE_DISTRICT, MAY(OWN) | MAY(ACCOUNT_MANAGE) },
};

enum role permission_role(const char *code)
{
	for (int role = ROLE_NONE + 1; role < ROLE_END; role++)
		if (strcmp(roles[role].code, code) == 0)
			return (enum role)role;
	return ROLE_NONE;
}

const char *permission_role_code(enum role role)
{
	return roles[role].code;
}

const char *permission_verb_code(enum verb verb)
{
	static const char *const names[VERB_END - VERB_OWN] = {
		"OWN",          "CASE_READ",      "CASE_TRIAGE",     "CASE_DISPATCH",   "CASE_HANDLE",
		"CASE_NOTE",    "CASE_MESSAGE",   "CASE_DECIDE",     "CASE_IDENTITY",   "CASE_EXPORT",
		"ROUTING_EDIT", "TEMPLATE_EDIT",  "OUTCOME_PREPARE", "OUTCOME_APPROVE", "OUTCOME_STAND_IN",
		"NUMBERS_READ",  "AUDIT_READ",   "ACCOUNT_MANAGE",
	};

	return (int)verb >= VERB_OWN && verb < VERB_END ? names[verb - VERB_OWN] : NULL;
}

bool permission_has(enum role role, enum verb verb)
{
	return (int)verb >= VERB_OWN && verb < VERB_END && (roles[role].may >> (verb - VERB_OWN) & 1u);
}

enum scope_kind permission_scope_kind(enum role role)
{
	return roles[role].scope;
}

const char *permission_scope_code(enum scope_kind kind)
{
	static const char *const codes[] = { [SCOPE_DISTRICT] = "DISTRICT", [SCOPE_STREET] = "STREET", [SCOPE_DEPARTMENT] = "DEPARTMENT" };

	return codes[kind];
}
