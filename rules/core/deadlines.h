/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Until when a case must be taken on, answered and told, by its kind. Numbers and their sources are dated rules in the data;
 * here is only which step counts from what. Sources: 12345 rules (沪府办〔2018〕62号); 市场监督管理投诉举报处理暂行办法 art. 14, 21,
 * 31; 市场监督管理行政处罚程序规定 art. 18; 信访工作条例 art. 22, 34-36; 政府信息公开条例 art. 30-33; 未成年人保护法 art. 11.
 * Refuses to guess: a step whose rule is not given has no deadline, and is named.
 */
#ifndef SHANYU_DEADLINES_H
#define SHANYU_DEADLINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "workdays.h"

/*
 * A rule valid on the day of receipt: table rule. When a key is given more than once (nation, city, district) the earlier
 * deadline counts: a local row can tighten a clock, not loosen it.
 */
struct deadline_rule {
	const char *key;                /* "complaint.reply_days" */
	double value;                   /* whole, 0 to 3660 */
	const char *unit;               /* "workday", "calendar day", "at once" */
	const char *source;
};

enum deadline_step {
	DEADLINE_FORWARD,               /* hand it to who must act */
	DEADLINE_ACCEPT,                /* say whether it is taken on, or what is missing */
	DEADLINE_REPLY,                 /* answer; of a report: decide whether to open a case; of a fee dispute: end mediation */
	DEADLINE_EXTENDED,              /* the last day of the reply once an extension is approved */
	DEADLINE_TELL                   /* tell what was decided */
};

/* Rules from rows with key, value, unit, source; held in the arena, the texts are the rows'. */
struct deadline_rule *deadline_rules_from_rows(const struct rows *rows, struct arena *arena);

/* When things happened, Unix seconds; 0 = not yet. */
struct case_clock {
	int64_t received_at;
	int64_t accepted_at;
	int64_t decided_at;
};

struct deadline {
	enum deadline_step step;
	int64_t day;                    /* the last day, in China */
	int64_t until;                  /* the last second of it; at once: the moment it counts from */
	int64_t from;                   /* the moment it counts from */
	bool in_workdays;               /* its rule counts workdays */
	const char *key;                /* of the rule that gives it; the rule's own, as source is */
	const char *source;
	bool provisional;               /* reaches days that no notice of the State Council covers yet */
	bool projected;                 /* counts from the last day of a step not taken yet: moves when it is taken */
};

#define DEADLINES_MOST 5

struct deadlines {
	struct deadline at[DEADLINES_MOST];     /* in the order of enum deadline_step, without those the kind has not */
	size_t count;
	const char *missing;                    /* key of the first rule not given or not usable, NULL: none */
};

/*
 * The deadlines of a case. Kinds: CONSULT ADVICE HELP COMPLAINT CONSUMER REPORT PETITION DISCLOSURE EMERGENCY. False, and none,
 * for any other.
 */
bool deadlines_for(const char *kind, const struct case_clock *clock, const struct deadline_rule *rules, size_t count,
	const struct workdays *calendar, struct deadlines *deadlines);

/* The deadline of a step, NULL when the kind has none. */
const struct deadline *deadlines_find(const struct deadlines *deadlines, enum deadline_step step);

/*
 * From when on such a share of it (0.8) has passed, counted as the clock counts: of workdays, the first moment of the day by which so many of
 * them are begun or over; of calendar days, to the second. Never after `until`.
 */
int64_t deadline_near(const struct deadline *deadline, double share, const struct workdays *calendar);

/*
 * A single clock started by an event: "complaint.review_days" (supervised, called back), "petition.object_days",
 * "disclosure.third_party_days" ... False, and *deadline untouched, when no usable rule has this key. The step is DEADLINE_REPLY.
 */
bool deadline_from(const char *key, int64_t moment, const struct deadline_rule *rules, size_t count,
	const struct workdays *calendar, struct deadline *deadline);

#endif
