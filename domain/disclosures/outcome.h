/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Outcomes: what the public will read of a substantiated finding. Drafted with the finding, shown to the facility, which may answer,
 * and published by an approver who took no part in it. Every function works within the caller's transaction, goes by
 * the procedure, and notes each step. An outcome's code is random, and nothing that is published tells the case or who reported.
 */
#ifndef SHANYU_CASES_OUTCOME_H
#define SHANYU_CASES_OUTCOME_H

#include "domain/cases/casework.h"
#include "procedure.h"

/*
 * Call when a finding was written. One that was found true (rules/cases/findings) at a facility of the list: there is a draft from now on, of the
 * verdict and the day of this finding, which is the next version when one is public. Any other verdict drops what is on its way; when one is
 * public it drafts the version that takes it back (review_verdict), and outcome_review says in public meanwhile that it does not stand. *code is the draft's,
 * held in the arena; "" when there is none.
 */
enum case_answer outcome_of_finding(struct casework *work, const char *number, const char **code);

/* Begin the next version of a published outcome, with its words or those of a newer finding. CASE_FORBIDDEN: none is public, or its next version is on its way. */
enum case_answer outcome_correct(struct casework *work, const char *code, const char *who, const char *reason);

/* The words for the public, and the matter (term list matter) and verdict they go under. */
struct outcome_words {
	const char *summary;
	const char *matter;
	const char *verdict;
};
enum case_answer outcome_edit(struct casework *work, const char *code, const char *who, const struct outcome_words *words);

/*
 * Open the facility's right to answer, until the rule outcome.answer_days; what takes a finding back is ready at once. Everything is looked at
 * before it leaves: see outcome_may_leave.
 */
enum case_answer outcome_open_answer(struct casework *work, const char *code, const char *who);

/* What the facility says, as it came by LETTER, PHONE or VISIT. */
enum case_answer outcome_answer(struct casework *work, const char *code, const char *who, const char *answer, const char *answer_way);

/* Back to its author, the facility's answer kept in the steps alone: other words are shown to the facility anew. */
enum case_answer outcome_send_back(struct casework *work, const char *code, enum outcome_actor actor, const char *who, const char *reason);

/* It will not be published. */
enum case_answer outcome_drop(struct casework *work, const char *code, const char *who, const char *reason);

/* The facility's time to answer, as a limit (a row of clock_list); *limit is NULL when there was none. False: it cannot be asked. */
bool outcome_answer_limit(struct casework *work, const char *code, struct values **limit);

/* Whose time to answer was over by a moment is ready. *expired counts them; at most a hundred at once. */
bool outcome_expire(struct casework *work, int64_t over_by, size_t *expired);

/* Whether a text holds the number of the case or of one merged into it, or what a reporter of theirs gave to be reached by: CASE_UNFIT. */
enum case_answer outcome_reveals(struct casework *work, const char *case_number, const char *text);

/* What is marked in the words of an outcome: what may tell of somebody, to be removed or left in with a reason. */
enum outcome_mark_kind { MARK_OWN_WORDS = 1, MARK_TELEPHONE, MARK_IDENTITY, MARK_NAME, MARK_TELLS };
#define OUTCOME_MARKS 40
struct outcome_mark {
	const char *id;                 /* 32 hexadecimal digits of the kind and the words */
	enum outcome_mark_kind kind;
	const char *words;              /* as they stand in the text */
	const char *reason;             /* why they were left in, "" nobody said so */
	const char *who_name;
};
struct outcome_marks {
	struct outcome_mark at[OUTCOME_MARKS];
	size_t count;
	size_t unsettled;
	bool too_many;                  /* there are more, which are not in the list */
};

/*
 * Find them in a text of an outcome, besides those that are in *marks already: runs of the reporter's own words from the rule
 * outcome.shared_characters on, telephone numbers, numbers of identity cards, names that the reporter's letter and messages give. Reporters of
 * cases that were merged into this one count. The work grows with the sum of the two texts' lengths, not with their product.
 */
enum case_answer outcome_marks_find(struct casework *work, const struct values *one, const char *text, struct outcome_marks *marks);

/* Leave marks (their ids, blank-separated) in, with a reason. CASE_UNSAID: without one. */
enum case_answer outcome_marks_settle(struct casework *work, const char *code, const char *who, const char *ids, const char *reason);

/*
 * Whether the words may be shown to anybody outside. CASE_UNFIT: they reveal the reporter (outcome_reveals); "placeholder_left"
 * (casework_filled); "marks_unsettled", a mark that nobody settled; "marks_too_many", more than OUTCOME_MARKS.
 */
enum case_answer outcome_may_leave(struct casework *work, const struct values *one);

/*
 * Whether somebody took no part in an outcome: neither wrote any version of it, nor made a finding of its case or handled that, nor approved
 * what is public when its finding changed. Else CASE_FORBIDDEN, "took_part".
 */
enum case_answer outcome_is_other(struct casework *work, const char *code, const char *who);

/*
 * Who may decide on an outcome now: active approvers who took no part; where there is none, accounts of the role that the rule
 * outcome.stand_in.ROLE of the district names, which took none either. Rows of name, full_name, and rule: its key, "" for an approver.
 * False: the registry failed.
 */
bool outcome_deciders(struct casework *work, const char *code, struct rows *deciders);

/*
 * Whether somebody may decide on this outcome in the approver's stead, and by which *rule (its key, in the arena; "" when not).
 * CASE_FORBIDDEN: "took_part"; "not_in_stead", others decide; "no_stand_in", nobody may, since no rule names the role.
 */
enum case_answer outcome_stands_in(struct casework *work, const char *code, const char *who, const char **rule);

/*
 * Publish, and withdraw: only in programs that may append to the publication log (domain/disclosures/outcome_publish.c). The log's row is written in
 * the caller's transaction, approved by full_name.
 */
struct outcome_approval {
	const char *who;                        /* account */
	const char *full_name;
	const struct note_signer *log_signer;
	bool stands_in;                         /* decides in the approver's stead: only while outcome_stands_in says so */
};
enum case_answer outcome_approve(struct casework *work, const char *code, const struct outcome_approval *approval);
/*
 * Call after anything was done with a case by who may append to the log: when its public finding is under review or has changed, or stands again,
 * the public reads so at once.
 */
enum case_answer outcome_review(struct casework *work, const char *number, const struct outcome_approval *approval);
/* The cases of which outcome_review has something to say: what the reporter did moves them, too. Columns case_number, code and standing. */
bool outcome_unsaid(struct casework *work, struct rows *unsaid);
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
