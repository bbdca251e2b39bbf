/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is done with cases, by clerk and by the office alike: open, move, talk, rate, withdraw. Every function works within the caller's
 * transaction (sql_begin), writes what follows from it (steps, deadlines, the sealed mailbox) and leaves the commit to the caller.
 * Refuses whatever the procedure refuses. After CASE_FAILED roll back; work->problem tells, in one line without anybody's data.
 */
#ifndef SHANYU_CASES_CASEWORK_H
#define SHANYU_CASES_CASEWORK_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/sql/sql.h"
#include "procedure.h"
#include "lib/seal/key.h"
#include "lib/seal/secret.h"
#include "workflow/clock_rows.h"

struct note_signer;

struct casework {
	struct sql *sql;                        /* opened with cases_pack */
	struct key_file *contact_key;           /* in memory only while something is sealed or opened; NULL: neither can be */
	struct note_signer *signer;             /* of time stamps; NULL: none are made */
	struct arena *arena;
	int64_t now;                            /* Unix seconds */
	const char *problem;
	/*
	 * Which cause of a refusal it was (CASE_FORBIDDEN, CASE_UNFIT, CASE_LATE): a word that the page of the case has a sentence for,
	 * WHY_... in case-notice.tpl. "": none more exact than the answer.
	 */
	const char *why;
};

enum case_answer {
	CASE_DONE,
	CASE_UNKNOWN,                           /* no such case or receipt */
	CASE_FORBIDDEN,                         /* not from this state, or not by this role or person */
	CASE_UNSAID,                            /* the reason or the finding is missing */
	CASE_UNFIT,                             /* what was given is no such thing: a code nobody knows, another case that does not fit */
	CASE_CHANGED,                           /* not as the page showed it: somebody else was faster */
	CASE_LATE,                              /* the time to do it is over */
	CASE_EARLY,                             /* it may not be done yet */
	CASE_FAILED
};

/* A complaint as it was sent. Texts are UTF-8 and not NULL; codes are not looked up here but the facility's. */
struct case_letter {
	const char *envelope;                   /* 64 hexadecimal digits */
	const char *lookup;                     /* the same */
	uint8_t mailbox_key[SECRET_KEY];
	const char *opening;                    /* canonical JSON of the letter without key and lookup */
	struct values *said;                    /* what its fields say, as letter_form_read gives it (case_letter_form) */
	const char *lane;
	bool trap;
	int64_t sent_at;                        /* when the receipt was given, by the clock of the intake */
};

/* What a field says, "" nothing. */
static inline const char *case_said(const struct case_letter *letter, const char *field)
{
	return values_text(letter->said, field);
}

/*
 * Open the case of a letter, or two: numbers in order of receipt, deadlines from when it was sent (never later than now), contact
 * data sealed, the stamp, the mailbox. *number is that of the first. CASE_FORBIDDEN: the receipt has its letter already.
 */
enum case_answer case_open(struct casework *work, const struct case_letter *letter, const char **number);

/* What became of a letter that was sent again. */
struct case_again {
	int64_t position;                       /* of the message it is, or is a part of */
	bool contact_erased;                    /* how to reach the reporter was known, and is not any more: the caller notes it in the audit */
};

/*
 * The letter of a receipt that has one already, sent again with other words: a message of the reporter that holds what it says, first what
 * was chosen otherwise (term list correction). The choices hold from now on but the kind, which is the office's to say: an EMERGENCY is urgent
 * and is told as a new one is. What says how to reach the reporter takes the place of what was given before, and is in no message; of whoever
 * is anonymous now it is erased. The answers are those of case_message; where as many wait as may it becomes a part of the newest.
 */
enum case_answer case_open_again(struct casework *work, const struct case_letter *letter, struct case_again *became);

/* For the files of this room: contact data under the contact key, none of an anonymous letter; whether it is to be two cases. */
bool casework_put_contact(struct casework *work, const struct case_letter *letter);
bool casework_is_split(const struct case_letter *letter);

struct case_move {
	const char *number;
	const char *to;
	enum case_actor actor;
	const char *who;                        /* name within the office, "" for clerk and reporter */
	const char *note;                       /* what the reporter reads; "" nothing */
	const char *reason;                     /* for the office only; "" none */
	const char *outcome;                    /* SOLVED, NOT_SOLVED, WITHDRAWN; NULL or "" leaves it */
	const char *verdict;                    /* a way that takes a finding: one of the kind's (rules/cases/findings). The note is its text */
	const char *passed_to;                  /* a finding that hands on: to whom */
};

/*
 * A step. One to UNSATISFIED goes on to REVIEW at once, which is not for who handled the case. Cases merged into this one follow it: they
 * are answered with it, or taken up again when it ends unanswered. No case is closed without a finding.
 */
enum case_answer case_move(struct casework *work, const struct case_move *move);

/* The reporter takes a case back, which is its finding; the reason may be "". CASE_FORBIDDEN: there is a reply already. */
enum case_answer case_withdraw(struct casework *work, const char *lookup, const char *number, const char *reason);

/* What the reporter says of the reply: closes the case, or has it reviewed. The case must be of this receipt. */
enum case_answer case_rate(struct casework *work, const char *lookup, const char *number, bool solved, int stars, const char *text);

/*
 * A message of the reporter (number NULL) or of the office. Its position, from 1, within the receipt's. CASE_EARLY: the reporter wrote as many
 * as may wait for an answer (rule message.unanswered_most; without the rule there is no such bound). CASE_LATE: what the receipt stood for is
 * erased.
 */
enum case_answer case_message(struct casework *work, const char *lookup, const char *number, const char *text, const char *who,
	int64_t at, int64_t *position);

/*
 * The limits of a case as its procedure declares them, by the rules valid on the day of receipt; what was met stays met. A kind without a rule
 * has none. not_solved_at: when the reporter said that the answer solved nothing; 0: not with this step.
 */
bool case_deadlines(struct casework *work, const struct values *one, int64_t not_solved_at);

/* All limits of a case, as clock_list. */
bool case_deadline_list(struct casework *work, const char *number, struct rows *rows);

/* Forget the deadlines of another kind that were not met: before those of the new one are made. */
bool case_deadlines_forget(struct casework *work, const char *number);

/* For the rooms of domain/: what works on limits, and its problem told as this one's: returns done. */
struct clock_work casework_clock(struct casework *work);
bool casework_clocked(struct casework *work, const struct clock_work *clock, bool done);

/* Workdays after one moment up to another; -1 when they cannot be read. */
int case_workdays(struct casework *work, int64_t from, int64_t to);

/* The last second of so many workdays after a moment. False when the calendar cannot be read. */
bool case_workdays_end(struct casework *work, int64_t from, int days, int64_t *until);

/* A dated rule's value today: the district's own before the city's before the nation's. False: there is none, or it could not be asked. */
bool case_rule(struct casework *work, const char *key, double *value);
/* The same, and `otherwise` when there is no such rule. */
bool case_rule_or(struct casework *work, const char *key, double otherwise, double *value);

/* Write the receipt's mailbox anew from what the registry says. */
bool mailbox_refresh(struct casework *work, const char *lookup);

/* Its last: that everything was erased because its time is over. To be called before the receipt loses its key. */
bool mailbox_end(struct casework *work, const char *lookup);

/*
 * For the files of this room: under the contact key, bound to a place (table.column) and a row. NULL: the key cannot be read, nothing was
 * sealed there, or it was sealed under another key.
 */
const uint8_t *casework_seal(struct casework *work, const char *place, const char *row, const void *bytes, size_t size, size_t *sealed_size);
const uint8_t *casework_open(struct casework *work, const char *place, const char *row, const struct value *sealed, size_t *size);

/*
 * For the files of this room. A case's row (case_one), changed under its column's names and then put by casework_step with a step, or by
 * casework_put without one. casework_step refreshes the mailbox, casework_put does not.
 */
struct values *casework_case(struct casework *work, const char *number, enum case_answer *answer);
enum case_answer casework_step(struct casework *work, struct values *one, const struct case_move *move);
bool casework_put(struct casework *work, struct values *one);
/* A first step, a number, another case of the same letter: its number, NULL when that fails. */
const char *casework_open_beside(struct casework *work, const struct values *one, const char *kind, const char *note, const char *who);
/* Whether an account handled what was not solved before. */
bool casework_is_barred(const struct values *one, const char *who);
/*
 * Whether a text that is to leave the office has no gap left: a {name}, a bracket that stands word for word in one of the office's templates,
 * a bracket that is empty or begins with a word of the terms placeholder_word, a sign of the terms placeholder_sign. CASE_UNFIT, "placeholder_left", with that place in work->problem.
 */
enum case_answer casework_filled(struct casework *work, const char *text);
/* Whether a code is in a list of terms. *answer is CASE_UNFIT when not. */
bool casework_is_term(struct casework *work, const char *list, const char *code, enum case_answer *answer);
/* Refuse, and say why: the answer, with the word in work->why. */
enum case_answer casework_refuse(struct casework *work, enum case_answer answer, const char *why);
/* False, with sql_problem in work->problem, as all below. */
bool casework_failed(struct casework *work);
/* For the files of this room: false, with sql_problem in work->problem. */
bool casework_do(struct casework *work, const struct query *query, const struct values *values);
/* One row or NULL; *answer is CASE_UNKNOWN when there is none, CASE_FAILED when it could not be asked. */
struct values *casework_row(struct casework *work, const struct query *query, const char *name, const char *value,
	enum case_answer *answer);
bool casework_rows(struct casework *work, const struct query *query, const char *name, const char *value, struct rows *rows);

#endif
