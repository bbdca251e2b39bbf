/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How the limits of a procedure run, as one declaration beside its flow in domain/WORD/procedure.c: each limit by its name, from which event it
 * counts and by which dated rule (how many of which unit, with the source), for which kinds of file, and what moves it. What meets a limit, and
 * what stops its clock, the states of the flow say. The engine knows no capability: rows of the table deadline are made by workflow/clock_rows.h
 * from what is reckoned here. Pure: no database, no clock of the machine, no settings.
 * Refuses to guess: a limit whose rule is not given is none, and is named.
 */
#ifndef SHANYU_CLOCK_LIMITS_H
#define SHANYU_CLOCK_LIMITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/core/workdays.h"

enum clock_trait {
	CLOCK_STANDS = 1,               /* comes later by the workdays for which the clock stood still */
	CLOCK_BOUND = 2,                /* says only how far another limit can be moved: nobody is held to it by itself */
	CLOCK_RIGHT = 4                 /* somebody's time to speak, not the office's to act: see struct clock_rule */
};

struct clock_limit {
	const char *step;               /* "REPLY": as it is stored, and as a state meets it */
	const char *kinds;              /* of which files, blank-separated; "" of all kinds that have no row of their own for this step */
	const char *rule;               /* key of the dated rule that says how long */
	unsigned event;                 /* it counts from this: a place in the procedure's events */
	const char *after;              /* a limit before it, whose last moment stands in for the event that has not come; NULL: none runs until it comes */
	const char *upon;               /* a limit before it: counted from where that began, and so much longer; NULL: by itself */
	const char *extension;          /* a limit of the same file that says until when this one may be extended; NULL: it is not extended */
	unsigned traits;                /* of enum clock_trait */
};

struct clock {
	const struct clock_limit *limits;       /* what one counts from, or on top of, stands before it */
	size_t limit_count;
	unsigned events;                        /* how many the procedure has; the first says on which day the rules must be valid */
	const char *extended_by;                /* the action of the flow that extends and that suspends: who may is said there; NULL: nobody */
};

/*
 * A rule that is valid on the day: table rule. When a key is given more than once (nation, city, district) the earlier day counts: a local row
 * can tighten what the office is held to, not loosen it. Of a CLOCK_RIGHT the later day counts: it can be lengthened, not cut short.
 */
struct clock_rule {
	const char *key;                /* "complaint.reply_days" */
	double value;                   /* whole, 0 to 3660 */
	const char *unit;               /* "workday", "calendar day", "month", "at once" */
	const char *source;
};

struct clock_rules {
	const struct clock_rule *at;
	size_t count;
	double near_share;              /* the share of a limit after which it is near; 1: not before its end */
};

/* Rules from rows with key, value, unit, source; held in the arena, the texts are the rows'. */
struct clock_rules clock_rules_from_rows(const struct rows *rows, struct arena *arena);

/* A file as its clock sees it. */
struct clock_file {
	const char *kind;               /* "" when the procedure has only one */
	const int64_t *events;          /* when each of the procedure's events came, Unix seconds; 0 = not yet */
	int stopped_days;               /* workdays for which the clock stood still so far */
	bool extended;                  /* what may be extended was */
	int64_t suspended_at;           /* since when the clock stands still; 0: it runs */
};

struct deadline {
	const struct clock_limit *limit;
	int64_t day;                    /* the last day, in China */
	int64_t until;                  /* the last second of it; at once: the moment it counts from */
	int64_t near_at;                /* from then on it is near; never after until */
	int64_t from;                   /* the moment it counts from */
	bool in_workdays;               /* its rule counts workdays */
	const char *key;                /* of the rule that gives it; the rule's own, as source is */
	const char *source;
	bool provisional;               /* reaches days that no notice of the State Council covers yet */
	bool projected;                 /* counts from the last moment of a step not taken yet: moves when it is taken */
};

#define DEADLINES_MOST 12

struct deadlines {
	struct deadline at[DEADLINES_MOST];     /* in the order of the declaration, without those the file has not */
	size_t count;
	const char *missing;                    /* key of the first rule not given or not usable, NULL: none */
};

/* The limits of a file as they stand. False, and none, when the procedure has no such kind. */
bool clock_reckon(const struct clock *clock, const struct clock_file *file, const struct clock_rules *rules, const struct workdays *calendar,
		  struct deadlines *deadlines);

/* The deadline of a step, NULL when there is none. */
const struct deadline *deadlines_find(const struct deadlines *deadlines, const char *step);

/*
 * From when on such a share of it (0.8) has passed, counted as the clock counts: of workdays, the first moment of the day by which so many of
 * them are begun or over; of days and months, to the second. Never after `until`.
 */
int64_t deadline_near(const struct deadline *deadline, double share, const struct workdays *calendar);

/* Whether a file can have more time. */
enum clock_answer { CLOCK_GIVES, CLOCK_HAS_NO_EXTENSION, CLOCK_EXTENDED_BEFORE, CLOCK_LAST_DAY_OVER };

/* rows: its deadlines as they are stored, with step and until. */
enum clock_answer clock_may_extend(const struct clock *clock, const struct rows *rows, bool extended, int64_t now);

/*
 * What is wrong with a declaration, in one line, or NULL: an event that is none, a limit that counts from or on top of one that does not stand
 * before it for the same kinds, two rows for one kind and step. For tests.
 */
const char *clock_mistake(const struct clock *clock);

/* Whether some limit has this name. */
bool clock_has(const struct clock *clock, const char *step);

#endif
