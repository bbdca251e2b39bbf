/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What each role of the office may do: bundles of verbs, one table. An account has one role or several, and may what any of them may. Whoever may do
 * a thing may do it only to what the account sees (account_scope: the district, streets, departments, facilities); that is in the queries, not here.
 * Refuses to give an administrator cases, and an auditor anything that changes anything (separation of 系统、安全、审计:
 * GB/T 22239-2019 8.1.4.2), also by a second role.
 */
#ifndef SHANYU_RULES_PERMISSION_H
#define SHANYU_RULES_PERMISSION_H

#include <stdbool.h>
#include <stdint.h>

/* They begin where lib/web/route's own words for who may come in end. */
enum verb {
	VERB_OWN = 16, /* every account: its own sessions, password, one-time codes; the day page */
	VERB_CASE_READ,
	VERB_CASE_TRIAGE, /* triage, split, merge, reject, transfer, close */
	VERB_CASE_DISPATCH,
	VERB_CASE_HANDLE,   /* take, return, ask for time, reply with a finding */
	VERB_CASE_NOTE,     /* notes and tasks */
	VERB_CASE_MESSAGE,  /* messages to the reporter */
	VERB_CASE_DECIDE,   /* extension and suspension, the end of a review, supervision, joint meeting */
	VERB_CASE_IDENTITY, /* read who the reporter is, with a reason, audited */
	VERB_CASE_EXPORT,
	VERB_FILE_ATTACH, /* attach to any file that one sees, and withdraw what was attached */
	VERB_ROUTING_EDIT,
	VERB_TEMPLATE_EDIT,
	VERB_OUTCOME_PREPARE,
	VERB_OUTCOME_APPROVE, /* never of what oneself took part in: that is in domain/disclosures/outcome */
	VERB_OUTCOME_STAND_IN, /* approve or withdraw in the approver's stead, where a rule says so: in domain/disclosures/outcome, too */
	VERB_NUMBERS_READ,
	VERB_AUDIT_READ,
	VERB_ACCOUNT_MANAGE,
	VERB_END
};

/* Any number of verbs. One that is all zero holds none. */
#define VERB_COUNT (VERB_END - VERB_OWN)
#define VERB_WORDS ((VERB_COUNT + 63) / 64)
struct verb_set {
	uint64_t words[VERB_WORDS];
};

/* What is no verb is in no set and is not added to one. */
bool verb_set_has(const struct verb_set *set, enum verb verb);
void verb_set_add(struct verb_set *set, enum verb verb);
void verb_set_unite(struct verb_set *set, const struct verb_set *other);

/* Their codes are the term list role, and account_role.role. */
enum role {
	ROLE_NONE,
	ROLE_DESK,
	ROLE_STREET,
	ROLE_DEPARTMENT,
	ROLE_SUPERVISOR,
	ROLE_PUBLISHER,
	ROLE_APPROVER,
	ROLE_AUDITOR,
	ROLE_ADMINISTRATOR,
	ROLE_END
};

/* For whom the role works, and so which department its account must have: none, a street's office, a department. */
enum role_place { PLACE_DISTRICT, PLACE_STREET, PLACE_DEPARTMENT };

/* ROLE_NONE for a code nobody knows. */
enum role permission_role(const char *code);
const char *permission_role_code(enum role role);

/* "CASE_READ"; NULL for what is no verb. */
const char *permission_verb_code(enum verb verb);

/* ROLE_NONE may nothing. */
bool permission_has(enum role role, enum verb verb);

/* What an account may that has these roles, codes with blanks between: the verbs of each. A code nobody knows adds none. */
struct verb_set permission_of(const char *roles);

/* Whether an account with this role has no other: who manages accounts, who audits, and who stands in for the approver. */
bool permission_stands_alone(enum role role);

enum role_place permission_place(enum role role);

#endif
