/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Outcomes: what the public will read of a substantiated finding. Drafted with the finding, shown to the facility, which may answer,
 * and published by an approver who wrote nothing of it. Every function works within the caller's transaction, goes by
 * rules/outcome_states, and notes each step. An outcome's code is random, and nothing that is published tells the case or who reported.
 */
#ifndef SHANYU_CASES_OUTCOME_H
#define SHANYU_CASES_OUTCOME_H

#include "casework.h"
#include "rules/outcome_states.h"

/*
 * Call when a finding was written. SUBSTANTIATED_* at a facility of the list: there is a draft from now on, of the verdict and the day of
 * this finding, which is the next version when one is public. Any other verdict drops what is on its way. *code is the draft's,
 * held in the arena; "" when there is none.
 */
enum case_answer outcome_of_finding(struct casework *work, const char *number, const char **code);

/* Begin the next version of a published outcome, with its words. CASE_FORBIDDEN: none is public, or its next version is on its way. */
enum case_answer outcome_correct(struct casework *work, const char *code, const char *who, const char *reason);

/* The words for the public, and the matter (term list matter) and verdict they go under. */
struct outcome_words {
	const char *summary;
	const char *matter;
	const char *verdict;
};
enum case_answer outcome_edit(struct casework *work, const char *code, const char *who, const struct outcome_words *words);

/* Open the facility's right to answer, until the rule outcome.answer_days. CASE_UNFIT: see outcome_reveals. */
enum case_answer outcome_open_answer(struct casework *work, const char *code, const char *who);

/* What the facility says, as it came by LETTER, PHONE or VISIT. */
enum case_answer outcome_answer(struct casework *work, const char *code, const char *who, const char *answer, const char *answer_way);

/* Back to its author, the facility's answer kept in the steps alone: other words are shown to the facility anew. */
enum case_answer outcome_send_back(struct casework *work, const char *code, enum outcome_actor actor, const char *who, const char *reason);

/* It will not be published. */
enum case_answer outcome_drop(struct casework *work, const char *code, const char *who, const char *reason);

/* Whose time to answer is over is ready. *expired counts them; at most a hundred at once. */
bool outcome_expire(struct casework *work, size_t *expired);

/* Whether a text holds the number of the case, or what the reporter gave to be reached by: CASE_UNFIT. */
enum case_answer outcome_reveals(struct casework *work, const char *case_number, const char *text);

/* How long the longest run of characters is that a text shares with the reporter's own story. */
enum case_answer outcome_shares(struct casework *work, const char *case_number, const char *text, size_t *characters);

/*
 * Publish, and withdraw: only in programs that may append to the publication log (cases/outcome_publish.c). The log's row is written in
 * the caller's transaction, approved by full_name.
 */
struct outcome_approval {
	const char *who;                        /* account */
	const char *full_name;
	const struct note_signer *log_signer;
};
enum case_answer outcome_approve(struct casework *work, const char *code, const struct outcome_approval *approval);
enum case_answer outcome_withdraw(struct casework *work, const char *code, const struct outcome_approval *approval, const char *reason);

/* A step, for outcome_publish.c: by the table of states, noted, and the row written. */
struct outcome_step {
	const char *to;
	enum outcome_actor actor;
	const char *who;
	const char *reason;
};
enum case_answer outcome_take_step(struct casework *work, struct values *one, const struct outcome_step *step);

#endif
