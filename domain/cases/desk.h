/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the office does with a case. As in casework.h every function works within the caller's transaction and refuses what
 * the procedure refuses; who may call it at all (verbs, scope) is the caller's to ask. Texts are UTF-8, not NULL, "" = none.
 * note: what the reporter reads. reason: for the office only.
 *
 * Undoing: sorting may be done anew until a case is accepted; a dispatch is taken back until it was taken (case_recall); what ended a
 * case against the reporter's wish is taken up again (case_reopen); a note within ten minutes by who wrote it (case_note_undo). What was
 * told to the reporter as a decision in the matter stays.
 */
#ifndef SHANYU_CASES_DESK_H
#define SHANYU_CASES_DESK_H

#include "casework.h"

/* Who does something with which case, and as which state of it was shown. */
struct case_act {
	const char *number;
	int64_t revision; /* as the page showed it; another one by now is CASE_CHANGED. -1: whatever it is */
	enum case_actor actor;
	const char *who;        /* account */
	const char *department; /* the account's, "" = the district as a whole */
};

/* Triage. */

struct case_sorting {
	const char *kind;        /* another one has other deadlines; after acceptance it stays what was accepted */
	const char *urgency;     /* ORDINARY, URGENT */
	const char *matter;      /* term list matter, "" not known */
	const char *street_code; /* "" not known; a facility on the list has its own and keeps it */
};

/* What a case is. RECEIVED becomes TRIAGED; TRIAGED, ACCEPTED and RETURNED_BY_DEPT stay. */
enum case_answer case_triage(struct casework *work, const struct case_act *act, const struct case_sorting *sorting);

enum case_answer case_accept(struct casework *work, const struct case_act *act, const char *note);

/* Not taken on: on which ground (term list reject_ground), and in words for the reporter. */
enum case_answer case_reject(struct casework *work, const struct case_act *act, const char *ground, const char *note);

/* Not this district's: handed on to whom, and words for the reporter. */
enum case_answer case_transfer(struct casework *work, const struct case_act *act, const char *passed_to, const char *note);

/*
 * A letter that says two things is two cases (投诉举报处理暂行办法 art. 7): a second one of another kind, RECEIVED, with a clock from when the
 * letter came. CASE_FORBIDDEN: the receipt has one of this kind. Evidence and conversation belong to the receipt, so to both.
 */
enum case_answer case_split(struct casework *work, const struct case_act *act, const char *kind, const char *note,
			    const char **number);

/*
 * The same thing told twice: this case goes into another of the same kind that is not answered yet. Both reporters keep their receipts;
 * the one's says that it was merged, and is answered with the other's reply, which it may say no to like any other. Its own last day stays.
 * When the other is withdrawn, refused or passed on instead, this one is TRIAGED again. Two facilities or places are hardly one matter:
 * CASE_UNFIT (why: merge_elsewhere), unless `elsewhere` says that this is meant.
 */
enum case_answer case_merge(struct casework *work, const struct case_act *act, const char *into, bool elsewhere, const char *note);

/* REJECTED (by an approver), MERGED or TRANSFERRED_OUT: back to TRIAGED, with words for the reporter. */
enum case_answer case_reopen(struct casework *work, const struct case_act *act, const char *note, const char *reason);

/*
 * Cases that may tell the same: number, kind, state, received_at, story, share; the likest first. Of the same facility or place, received
 * within rule duplicate.days, alike by rules/cases/similar from rule duplicate.least_share on.
 */
bool case_duplicates(struct casework *work, const char *number, struct rows *found);

/* The matter that the words of a letter speak of (table matter_word), "" when they say nothing. */
bool case_matter(struct casework *work, const char *number, const char **matter);

/* Dispatch. */

/* What the matrix says: the first active rule by position that fits. */
struct routing {
	const char *rule;    /* its code, "" none fits */
	const char *lead;    /* department, "" when it is the street's and the street is not known */
	const char *assists; /* blank-separated; an unknown street's office is left out */
	const char *note;    /* why, with the source */
};
bool routing_find(struct casework *work, const char *number, struct routing *routing);

struct case_order {
	const char *lead;
	const char *assists; /* blank-separated departments */
	const char *note;
	const char *reason; /* from REVIEW: why it is investigated anew */
};

/*
 * A new round: ACCEPTED, RETURNED_BY_DEPT (desk) or REVIEW (approver) to DISPATCHED. Stored with the rule that says the same, '' when
 * somebody chose otherwise, and with until when the lead may return it (rule dispatch.return_days).
 */
enum case_answer case_dispatch(struct casework *work, const struct case_act *act, const struct case_order *order);

/* Back to ACCEPTED while the lead has not taken it. */
enum case_answer case_recall(struct casework *work, const struct case_act *act, const char *reason);

/* By an officer of the lead, who handles it from now on. */
enum case_answer case_take(struct casework *work, const struct case_act *act);

/* Not the lead's: back to the desk. CASE_LATE: the days for it are over, it must be handled. */
enum case_answer case_return(struct casework *work, const struct case_act *act, const char *reason);

/* Somebody of the lead's department handles it, as said by one of it. CASE_UNFIT: no such officer there. */
enum case_answer case_assign(struct casework *work, const struct case_act *act, const char *handler);

/* Handling: by officers of the lead. */

/* CASE_FORBIDDEN for others than the lead's officers and for who handled what was not solved. */
enum case_answer case_reply(struct casework *work, const struct case_act *act, const char *verdict, const char *passed_to,
			    const char *text);

/* Who was answered said nothing: by the desk. CASE_EARLY: rule reply.judge_days are the reporter's. */
enum case_answer case_close(struct casework *work, const struct case_act *act, const char *reason);

/* The end of a review, by an approver who did not handle the case. */
enum case_answer case_review(struct casework *work, const struct case_act *act, const char *verdict, const char *passed_to,
			     const char *text);

enum case_answer case_archive(struct casework *work, const struct case_act *act);

#define CASE_NOTE_UNDO_SECONDS 600

/*
 * The log and internal notes; kind: term list note_kind. *position from 1. The same words of the same account within ten minutes are one note,
 * and so with tasks: their form was sent twice.
 */
enum case_answer case_note(struct casework *work, const struct case_act *act, const char *kind, const char *text,
			   int64_t *position);
enum case_answer case_note_undo(struct casework *work, const struct case_act *act, int64_t position);

/* due_on: a day or "". CASE_UNFIT: no such account at work. */
enum case_answer case_task(struct casework *work, const struct case_act *act, const char *text, const char *assignee,
			   const char *due_on, int64_t *position);
enum case_answer case_task_done(struct casework *work, const struct case_act *act, int64_t position);

/*
 * More time (EXTENSION: once, before the last day, of kinds that have an extension) or a clock that stands still (SUSPENDED), asked by the
 * lead with a reason. One at a time of each. What is not decided ends with the step after which nobody needs it: the reply, the end of the
 * case, its review.
 */
enum case_answer case_ask(struct casework *work, const struct case_act *act, const char *what, const char *reason,
			  int64_t *position);

/*
 * Whether it could be asked for now, or, when it was asked for, be granted: whoever asks or decides. work->why says why not, as after
 * case_ask and case_decide.
 */
enum case_answer case_may_ask(struct casework *work, const char *number, const char *what);
enum case_answer case_may_grant(struct casework *work, const char *number, const char *what);

/*
 * Decided by an approver who did not ask. Granted: the reply is due on the lawful day of the extension, or the case is SUSPENDED; the reporter
 * is told why in words. CASE_LATE: the last day is over, no extension can be granted.
 */
enum case_answer case_decide(struct casework *work, const struct case_act *act, int64_t position, bool granted,
			     const char *decision_note, const char *note);

/* The clock goes on. */
enum case_answer case_resume(struct casework *work, const struct case_act *act, const char *note);

/* Above the departments. */

/* 督办: by an approver, with a reason. */
/* Held: not erased when its time is over, until it is let go. An approver's, with a reason. */
enum case_answer case_hold(struct casework *work, const struct case_act *act, bool held, const char *reason);

enum case_answer case_supervise(struct casework *work, const struct case_act *act, bool supervised, const char *reason);

/* For the joint meeting; who is the account, or clerk. CASE_FORBIDDEN: it is before it already. */
enum case_answer meeting_propose(struct casework *work, const char *number, const char *who, const char *why);

/* By an approver: PROPOSED to ACCEPTED or DECLINED, ACCEPTED to SETTLED with what was resolved. */
enum case_answer meeting_decide(struct casework *work, const struct case_act *act, const char *state, const char *resolution);

/* Who the reporter is: name, phone, other. The caller notes who read it and why. CASE_UNKNOWN: anonymous, or nothing was left. */
enum case_answer case_identity(struct casework *work, const char *number, struct values **contact);

/*
 * For the files of this room: the case as it was shown, when its procedure has this action for who acts in the state it is in; action NULL: of
 * those that no state is asked for. NULL: *answer says why not.
 */
struct values *desk_case(struct casework *work, const struct case_act *act, const char *action, enum case_answer *answer);
/* A step of the act; what else it takes is put in by the caller. */
struct case_move desk_move(const struct case_act *act, const char *to);
/* Whether who acts belongs to the lead of the newest round. *answer is CASE_FORBIDDEN when not; *lead its row. */
bool desk_is_lead(struct casework *work, const struct case_act *act, struct values **lead, enum case_answer *answer);

#endif
