/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The page of one case, and what its forms lead to. A case outside of the scope of who asks is MISSING, as if it were not there. Every form
 * carries the case's revision as the page showed it: when somebody was faster, nothing is done, and the page comes again with what was typed.
 */
#ifndef SHANYU_ADMIN_CASE_H
#define SHANYU_ADMIN_CASE_H

#include "admin/core/attachments.h"
#include "admin/core/office.h"
#include "domain/cases/desk.h"
#include "rules/core/placeholders.h"

/* The hidden field of every form of the page. */
#define CASE_REVISION                                                                                                              \
	{                                                                                                                          \
		"revision", FIELD_INTEGER, REQUIRED, 0, 1e12, NULL                                                                 \
	}
#define CASE_WORDS_MOST 5000

/* What a text of the district may name of a case, in this order: number, facility, received, deadline; without values. */
#define CASE_PLACEHOLDERS 4
extern const struct placeholder case_placeholders[CASE_PLACEHOLDERS];

/* The case of the address. NULL: *outcome says why. */
struct values *case_of(struct request *request, enum outcome *outcome);
struct values *case_numbered(struct request *request, const char *number, enum outcome *outcome);

/* What the procedure has by this name for who asks, in the state the case is in; NULL: nothing, the action is not theirs now. */
const struct flow_action *case_offer(const struct request *request, const char *action, const char *state);
/*
 * In whose place somebody acts with a verb: the desk's, the department's, the approver's. A verb that several places have is that of the first place
 * that who asks has.
 */
enum case_actor case_actor_with(const struct request *request, enum verb verb);

/* Who asks, as one who acts on the case. */
struct case_act case_act_of(struct request *request, const struct values *one);

/* A form that was not done: which, and what came of it. CASE_DONE: it has mistakes of its own. */
struct case_said {
	const char *action;
	enum case_answer answer;
	const char *why; /* the cause of the answer (casework.h); "" none more exact */
	const char *left;  /* why placeholder_left: which one; NULL none */
	bool begins; /* nothing is to be done yet: a text is put after what was typed */
	bool stands; /* its form stands on the page again, with what was typed; made by the binding of the page */
};

/* The page; said NULL: nothing was tried. */
enum outcome case_page(struct request *request, const struct values *one, struct case_said *said);

/* What of it others bind, too: everything that is known of the case, and the forms that stand within it. False: BROKEN. */
bool case_bind_facts(struct request *request, struct page *page, const struct values *one, struct case_said *said);

/* Into a form that may have been tried: what was typed. Whether it was. */
bool case_show_again(struct request *request, struct page *form, const struct values *one, struct case_said *said,
		     const char *action);

/* The forms of what who asks may do now; and what was typed into the one that was not done. False: BROKEN. */
bool case_bind_forms(struct request *request, struct page *page, const struct values *one, struct case_said *said);

/* The case as what files are attached to. */
struct attached_to case_attached_to(struct request *request, const struct values *one);

/* Rows that were read from the newest on, in the order of time. */
void case_newest_last(struct rows *rows);

/* A list of the registry as rows. False: BROKEN. */
bool case_list(struct request *request, const struct query *query, const struct values *parameters, struct rows *rows);

/* Who may be given a task on a case: those who can see it. False: BROKEN. */
bool case_colleagues(struct request *request, const struct values *one, struct rows *rows);

/*
 * Do what a form asks: `run` within the transaction, then to the page with ?done=action; or the page again. What was chosen goes into the audit,
 * with the reason; what was written does not: it stands in the case.
 */
enum outcome case_do(struct request *request, const char *action,
		     enum case_answer (*run)(struct casework *work, const struct case_act *act, const struct values *said));

#endif
