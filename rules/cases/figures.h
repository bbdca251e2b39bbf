/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How the figures of cases are counted, so that none of them looks better by leaving something open. A setting of this house, after what went
 * wrong elsewhere: "on time" as a share of what is answered reads 100 % while what is over its limit lies (cityofaustin/atd-data-tech #21672);
 * an average over answered cases rewards answering the easy ones (mysociety/fixmystreet #1957); "closed" is not "solved".
 *
 *   on time     answered within the limit, of all that were answered or are over the limit, answered or not
 *   reopened    answers the reporter did not accept, of all answered cases: only an answer can be judged
 *   true        found true, of all that were found true or untrue: a question answered is neither
 *   days        workdays from receipt to the first reply, standing still included, since that is how long the reporter waits; what is not
 *               answered counts for as long as it has waited (rules/cases/survival)
 *
 * A case counts with its first answer: a later one does not make it quicker or slower. What was not taken on or was passed to somebody else is turned
 * away: counted apart, neither on time nor late and nothing to accept, so that no share looks better or worse by it; taken up again it is as if it had
 * never been. Who was turned away waited until then. What was withdrawn before is no answer and no failure; it was waited for until then. Merged
 * cases are not counted: the case they went into is.
 */
#ifndef SHANYU_FIGURES_H
#define SHANYU_FIGURES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "findings.h"
#include "lib/base/arena.h"
#include "rules/core/workdays.h"

/* A case as far as it is counted. Moments in Unix seconds; 0 = not (yet). */
struct figure_case {
	const char *kind;
	const char *matter;             /* "" = not said yet */
	const char *street;             /* code, "" = not known */
	const char *department;         /* who leads, "" = not handed out yet */
	int64_t received_at;
	int64_t answered_at;            /* first reply; or when it was turned away */
	bool turned_away;               /* not taken on, or passed on, without a reply */
	enum finding_truth truth;       /* of the newest finding */
	int64_t ended_at;               /* the office has no more to do */
	int64_t limit;                  /* the last second to answer; extended if that was granted. 0: its kind has none */
	int64_t suspended_at;           /* since when the clock stands still */
	bool waits;                     /* the office has to act: not ended, and no answer lies with the reporter to judge */
	bool reopened;                  /* an answer was not accepted */
};

/* Ages of what waits, in workdays: up to and with 1, 5, 15, 30, and longer. The bounds are those of the usual clocks. */
#define FIGURE_AGES 5
extern const int figure_ages_to[FIGURE_AGES - 1];

/* Days by which a part of the cases was answered; -1: not reached. */
struct figure_days {
	int64_t quarter;
	int64_t median;
	int64_t three_quarters;
};

struct figures {
	int64_t received;               /* in the period; all below but the waiting ones are of these */
	int64_t answered;               /* by a reply */
	int64_t turned_away;            /* not taken on or passed on: in none of the next four */
	int64_t on_time;                /* answered within the limit */
	int64_t late;                   /* answered after it */
	int64_t overdue;                /* not answered, over the limit */
	int64_t not_due;                /* not answered, within the limit or standing still */
	int64_t withdrawn;              /* before there was an answer */
	int64_t no_limit;               /* of a kind without a limit, in none of these five */
	int64_t reopened;
	int64_t found_true;
	int64_t found_untrue;
	struct figure_days days;
	int64_t waiting;                /* now, whenever received */
	int64_t waiting_overdue;        /* of them, over the limit without a first answer */
	int64_t ages[FIGURE_AGES];      /* of those that wait */
	int64_t ages_overdue[FIGURE_AGES];
};

/* What is counted, and at which moment. */
struct figure_period {
	int64_t since;                  /* the first second of receipt */
	int64_t before;                 /* the first one after it */
	int64_t now;
	const struct workdays *calendar;
};

/* A share and the sum it comes from; of 0 there is nothing to divide. */
struct figure_share {
	int64_t part;
	int64_t whole;
};

/* on_time of what is to be judged, reopened of what is answered, true of what was found true or untrue. */
struct figure_share figures_on_time(const struct figures *figures);
struct figure_share figures_reopened(const struct figures *figures);
struct figure_share figures_true(const struct figures *figures);

struct figures figures_count(const struct figure_case *cases, size_t count, const struct figure_period *period, struct arena *arena);

/* The same for each value of one word of the cases. */
enum figure_by { FIGURE_BY_KIND = 1, FIGURE_BY_MATTER, FIGURE_BY_STREET, FIGURE_BY_DEPARTMENT };

struct figure_group {
	const char *code;
	struct figures figures;
};

/* Groups in the order of their codes, those without a code last. Sorts the cases. */
struct figure_group *figures_by(struct figure_case *cases, size_t count, enum figure_by by, const struct figure_period *period,
	struct arena *arena, size_t *groups);

/* A month of the period, in China. */
struct figure_month {
	int64_t first_day;
	int64_t received;
	int64_t answered;               /* first replies given in it, whenever received */
	int64_t waiting;                /* at its end, or now: received by then, neither answered, turned away nor withdrawn */
};

/* The months that the period touches, up to now. The cases must hold all that were not at their end before the period began. */
struct figure_month *figures_months(const struct figure_case *cases, size_t count, const struct figure_period *period,
	struct arena *arena, size_t *months);

#endif
