/* SPDX-License-Identifier: Apache-2.0 */
/* Roles and verbs: one table. */
#include "permission.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

static_assert(VERB_COUNT > 0 && VERB_WORDS * 64 >= VERB_COUNT, "every verb has a bit");

/* What both who handle cases may. */
#define HANDLING                                                                                                                   \
	VERB_OWN, VERB_CASE_READ, VERB_CASE_HANDLE, VERB_CASE_NOTE, VERB_CASE_MESSAGE, VERB_CASE_IDENTITY, VERB_CASE_EXPORT,       \
		VERB_FILE_ATTACH, VERB_OUTCOME_PREPARE, VERB_NUMBERS_READ

/* Ended by 0, which is no verb. */
static const struct {
	const char *code;
	enum role_place place;
	bool alone;
	enum verb may[VERB_COUNT + 1];
} roles[ROLE_END] = {
	[ROLE_NONE] = { "", PLACE_DISTRICT, true, { 0 } },
	[ROLE_DESK] = { "DESK", PLACE_DISTRICT, false,
			{ VERB_OWN, VERB_CASE_READ, VERB_CASE_TRIAGE, VERB_CASE_DISPATCH, VERB_CASE_NOTE, VERB_CASE_MESSAGE, VERB_CASE_IDENTITY,
			  VERB_CASE_EXPORT, VERB_FILE_ATTACH, VERB_ROUTING_EDIT, VERB_TEMPLATE_EDIT, VERB_OUTCOME_PREPARE, VERB_NUMBERS_READ } },
	[ROLE_STREET] = { "STREET", PLACE_STREET, false, { HANDLING } },
	[ROLE_DEPARTMENT] = { "DEPARTMENT", PLACE_DEPARTMENT, false, { HANDLING } },
	[ROLE_SUPERVISOR] = { "SUPERVISOR", PLACE_DISTRICT, true,
			      { VERB_OWN, VERB_CASE_READ, VERB_CASE_NOTE, VERB_FILE_ATTACH, VERB_OUTCOME_STAND_IN, VERB_NUMBERS_READ } },
	[ROLE_PUBLISHER] = { "PUBLISHER", PLACE_DISTRICT, false, { VERB_OWN, VERB_CASE_READ, VERB_FILE_ATTACH, VERB_OUTCOME_PREPARE, VERB_NUMBERS_READ } },
	[ROLE_APPROVER] = { "APPROVER", PLACE_DISTRICT, false,
			    { VERB_OWN, VERB_CASE_READ, VERB_CASE_DECIDE, VERB_CASE_MESSAGE, VERB_CASE_IDENTITY, VERB_CASE_EXPORT,
			      VERB_FILE_ATTACH, VERB_OUTCOME_APPROVE, VERB_NUMBERS_READ } },
	[ROLE_AUDITOR] = { "AUDITOR", PLACE_DISTRICT, true, { VERB_OWN, VERB_AUDIT_READ, VERB_NUMBERS_READ } },
	[ROLE_ADMINISTRATOR] = { "ADMINISTRATOR", PLACE_DISTRICT, true, { VERB_OWN, VERB_ACCOUNT_MANAGE } },
};

static bool is_verb(enum verb verb)
{
	return (int)verb >= VERB_OWN && verb < VERB_END;
}

bool verb_set_has(const struct verb_set *set, enum verb verb)
{
	unsigned bit = (unsigned)verb - VERB_OWN;

	return is_verb(verb) && (set->words[bit / 64] >> bit % 64 & 1);
}

void verb_set_add(struct verb_set *set, enum verb verb)
{
	unsigned bit = (unsigned)verb - VERB_OWN;

	if (is_verb(verb))
		set->words[bit / 64] |= UINT64_C(1) << bit % 64;
}

void verb_set_unite(struct verb_set *set, const struct verb_set *other)
{
	for (size_t i = 0; i < VERB_WORDS; i++)
		set->words[i] |= other->words[i];
}

static struct verb_set verbs_of(enum role role)
{
	struct verb_set set = { { 0 } };

	for (const enum verb *verb = roles[role].may; *verb; verb++)
		verb_set_add(&set, *verb);
	return set;
}

/* The role of a code of so many bytes. */
static enum role role_of(const char *code, size_t size)
{
	for (int role = ROLE_NONE + 1; role < ROLE_END; role++)
		if (strlen(roles[role].code) == size && memcmp(roles[role].code, code, size) == 0)
			return (enum role)role;
	return ROLE_NONE;
}

enum role permission_role(const char *code)
{
	return role_of(code, strlen(code));
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
		"FILE_ATTACH",
		"ROUTING_EDIT", "TEMPLATE_EDIT",  "OUTCOME_PREPARE", "OUTCOME_APPROVE", "OUTCOME_STAND_IN",
		"NUMBERS_READ",  "AUDIT_READ",   "ACCOUNT_MANAGE",
	};

	return (int)verb >= VERB_OWN && verb < VERB_END ? names[verb - VERB_OWN] : NULL;
}

bool permission_has(enum role role, enum verb verb)
{
	struct verb_set set = verbs_of(role);

	return verb_set_has(&set, verb);
}

struct verb_set permission_of(const char *codes)
{
	struct verb_set all = { { 0 } };

	for (size_t size; *codes; codes += size + strspn(codes + size, " ")) {
		struct verb_set one;

		size = strcspn(codes, " ");
		one = verbs_of(role_of(codes, size));
		verb_set_unite(&all, &one);
	}
	return all;
}

bool permission_stands_alone(enum role role)
{
	return roles[role].alone;
}

enum role_place permission_place(enum role role)
{
	return roles[role].place;
}
