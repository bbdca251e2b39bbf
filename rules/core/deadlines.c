/* SPDX-License-Identifier: Apache-2.0 */
/* Deadlines of cases. */
#include "deadlines.h"

#include <math.h>
#include <string.h>

#include "lib/base/calendar.h"

#define LONGEST_DAYS 3660
/* 0.8 of 5 days is 4 days, whatever the machine makes of 0.8. */
#define ROUNDING 1e-9

enum from {
	FROM_RECEIPT,
	FROM_ACCEPTANCE,
	FROM_DECISION,
	ON_TOP_OF_REPLY
};

/* What a kind's steps count from; what a step counts from stands before it. */
static const struct {
	const char *kind;
	enum deadline_step step;
	const char *key;
	enum from from;
} clocks[] = {
	{ "CONSULT", DEADLINE_REPLY, "consult.reply_days", FROM_RECEIPT },
	{ "ADVICE", DEADLINE_REPLY, "advice.reply_days", FROM_RECEIPT },
	/* Complex ones have so many days in all, not so many more. */
	{ "HELP", DEADLINE_REPLY, "help.reply_days", FROM_RECEIPT },
	{ "HELP", DEADLINE_EXTENDED, "help.complex_days", FROM_RECEIPT },
	{ "COMPLAINT", DEADLINE_REPLY, "complaint.reply_days", FROM_RECEIPT },
	{ "COMPLAINT", DEADLINE_EXTENDED, "complaint.complex_days", FROM_RECEIPT },
	{ "CONSUMER", DEADLINE_ACCEPT, "consumer.accept_days", FROM_RECEIPT },
	{ "CONSUMER", DEADLINE_REPLY, "consumer.reply_days", FROM_ACCEPTANCE },
	{ "CONSUMER", DEADLINE_TELL, "consumer.tell_days", FROM_DECISION },
	/* A report is not accepted but verified, at once. */
	{ "REPORT", DEADLINE_REPLY, "report.reply_days", FROM_RECEIPT },
	{ "REPORT", DEADLINE_EXTENDED, "report.extension_days", ON_TOP_OF_REPLY },
	{ "REPORT", DEADLINE_TELL, "report.tell_days", FROM_DECISION },
	{ "PETITION", DEADLINE_FORWARD, "petition.forward_days", FROM_RECEIPT },
	{ "PETITION", DEADLINE_ACCEPT, "petition.accept_days", FROM_RECEIPT },
	{ "PETITION", DEADLINE_REPLY, "petition.reply_days", FROM_ACCEPTANCE },
	{ "PETITION", DEADLINE_EXTENDED, "petition.extension_days", ON_TOP_OF_REPLY },
	{ "DISCLOSURE", DEADLINE_ACCEPT, "disclosure.accept_days", FROM_RECEIPT },
	{ "DISCLOSURE", DEADLINE_REPLY, "disclosure.reply_days", FROM_RECEIPT },
	{ "DISCLOSURE", DEADLINE_EXTENDED, "disclosure.extension_days", ON_TOP_OF_REPLY },
	{ "EMERGENCY", DEADLINE_FORWARD, "emergency.forward_days", FROM_RECEIPT },
};

/* Where a clock starts. */
struct start {
	int64_t moment;
	bool provisional;
	bool projected;
	const struct deadline_rule *reply;      /* on top of what the rule is counted; NULL: nothing */
};

static bool is_usable(const struct deadline_rule *rule)
{
	return rule->value >= 0 && rule->value <= LONGEST_DAYS && rule->value == (int)rule->value &&
		(strcmp(rule->unit, "workday") == 0 || strcmp(rule->unit, "calendar day") == 0 ||
			strcmp(rule->unit, "at once") == 0);
}

static int64_t last_second(int64_t day)
{
	return calendar_day_start(day + 1, CALENDAR_CHINA) - 1;
}

static struct deadline deadline_by(const struct deadline_rule *rule, const struct start *start, const struct workdays *calendar)
{
	int64_t from = calendar_day_of(start->moment, CALENDAR_CHINA);
	/* Both together are counted from where the first began, so that moving on from a day off is not counted twice. */
	int days = (int)rule->value + (start->reply ? (int)start->reply->value : 0);
	struct deadline deadline = { .from = start->moment, .key = rule->key, .source = rule->source, .projected = start->projected };

	if (strcmp(rule->unit, "at once") == 0) {
		deadline.day = from;
		deadline.until = start->moment;
	} else {
		deadline.in_workdays = strcmp(rule->unit, "workday") == 0;
		deadline.day = deadline.in_workdays ? workdays_add(calendar, from, days, &deadline.provisional) :
						      calendar_days_add(calendar, from, days, &deadline.provisional);
		deadline.until = last_second(deadline.day);
	}
	deadline.provisional |= start->provisional;
	return deadline;
}

int64_t deadline_near(const struct deadline *deadline, double share, const struct workdays *calendar)
{
	int64_t first = calendar_day_of(deadline->from, CALENDAR_CHINA), near;
	int days;

	if (deadline->until <= deadline->from)
		return deadline->until;
	if (!deadline->in_workdays)
		return deadline->from + (int64_t)(share * (double)(deadline->until - deadline->from));
	days = (int)ceil(share * workdays_between(calendar, first, deadline->day) - ROUNDING);
	near = calendar_day_start(workdays_add(calendar, first, days, NULL), CALENDAR_CHINA);
	return near > deadline->from ? near : deadline->from;
}

/* The rule of a key that gives the earliest deadline, NULL when there is none. */
static const struct deadline_rule *earliest(const char *key, const struct start *start, const struct deadline_rule *rules,
	size_t count, const struct workdays *calendar, struct deadline *deadline)
{
	const struct deadline_rule *found = NULL;

	for (size_t i = 0; i < count; i++) {
		struct deadline candidate;

		if (strcmp(rules[i].key, key) != 0 || !is_usable(&rules[i]))
			continue;
		if (start->reply && strcmp(start->reply->unit, rules[i].unit) != 0)
			continue;
		candidate = deadline_by(&rules[i], start, calendar);
		if (!found || candidate.until < deadline->until) {
			found = &rules[i];
			*deadline = candidate;
		}
	}
	return found;
}

const struct deadline *deadlines_find(const struct deadlines *deadlines, enum deadline_step step)
{
	for (size_t i = 0; i < deadlines->count; i++) {
		if (deadlines->at[i].step == step)
			return &deadlines->at[i];
	}
	return NULL;
}

/* An event that happened, else the last moment at which it may. False when neither is known. */
static bool start_after(int64_t moment, const struct deadline *before, struct start *start)
{
	if (moment)
		*start = (struct start){ .moment = moment };
	else if (before)
		*start = (struct start){ .moment = before->until, .provisional = before->provisional, .projected = true };
	return moment || before;
}

/* on_reply: the reply's start and rule, without one while there is no reply. */
static bool find_start(enum from from, const struct case_clock *clock, const struct deadlines *deadlines,
	const struct start *on_reply, struct start *start)
{
	switch (from) {
	case FROM_ACCEPTANCE:
		return start_after(clock->accepted_at, deadlines_find(deadlines, DEADLINE_ACCEPT), start);
	case FROM_DECISION:
		return start_after(clock->decided_at, deadlines_find(deadlines, DEADLINE_REPLY), start);
	case ON_TOP_OF_REPLY:
		*start = *on_reply;
		return on_reply->reply != NULL;
	case FROM_RECEIPT:
		break;
	}
	*start = (struct start){ .moment = clock->received_at };
	return true;
}

struct deadline_rule *deadline_rules_from_rows(const struct rows *rows, struct arena *arena)
{
	struct deadline_rule *rules = arena_take(arena, (rows->count + 1) * sizeof *rules);

	for (size_t i = 0; i < rows->count; i++)
		rules[i] = (struct deadline_rule){
			.key = values_text(&rows->at[i], "key"),
			.value = values_real(&rows->at[i], "value"),
			.unit = values_text(&rows->at[i], "unit"),
			.source = values_text(&rows->at[i], "source"),
		};
	return rules;
}

bool deadlines_for(const char *kind, const struct case_clock *clock, const struct deadline_rule *rules, size_t count,
	const struct workdays *calendar, struct deadlines *deadlines)
{
	struct start on_reply = { .reply = NULL };
	bool known = false;

	*deadlines = (struct deadlines){ .count = 0 };
	for (size_t i = 0; i < sizeof clocks / sizeof *clocks; i++) {
		struct deadline *deadline = &deadlines->at[deadlines->count];
		const struct deadline_rule *rule = NULL;
		struct start start;

		if (strcmp(clocks[i].kind, kind) != 0)
			continue;
		known = true;
		if (find_start(clocks[i].from, clock, deadlines, &on_reply, &start))
			rule = earliest(clocks[i].key, &start, rules, count, calendar, deadline);
		if (!rule) {
			deadlines->missing = deadlines->missing ? deadlines->missing : clocks[i].key;
			continue;
		}
		deadline->step = clocks[i].step;
		deadlines->count++;
		if (deadline->step == DEADLINE_REPLY) {
			on_reply = start;
			on_reply.reply = rule;
		}
	}
	return known;
}

bool deadline_from(const char *key, int64_t moment, const struct deadline_rule *rules, size_t count,
	const struct workdays *calendar, struct deadline *deadline)
{
	struct start start = { .moment = moment };
	struct deadline found;

	if (!earliest(key, &start, rules, count, calendar, &found))
		return false;
	found.step = DEADLINE_REPLY;
	*deadline = found;
	return true;
}
