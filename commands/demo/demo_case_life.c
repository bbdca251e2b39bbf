/* SPDX-License-Identifier: Apache-2.0 */
/* The life of an invented case, step after step, by the functions the office uses. */
#include <string.h>

#include "domain/cases/desk.h"
#include "demo_case_data.h"
#include "lib/base/calendar.h"
#include "shanyu.h"

#define HOUR 3600
#define DAY 86400
#define OPENS 9 /* the office works from nine to five on workdays */
#define CLOSES 17

/* In per cent of cases. */
#define WITHDRAWN 3
#define REJECTED 4
#define TRANSFERRED 3
#define RETURNED 8
#define SLOW 11
#define FORGOTTEN 3
#define EXTENDED 9
#define SUSPENDED 4
#define ASKED 25 /* the reporter sends a message */
#define UNSOLVED 14
#define RATED 62
#define ANEW 35 /* of reviews: investigated anew */

static bool chance(struct demo_life *life, int per_cent)
{
	return demo_random_chance(&life->random, per_cent);
}

static const char *word(struct demo_life *life, const char *list)
{
	return demo_case_word(life->data, list, &life->random);
}

/* The office's next working moment. */
static int64_t in_office_hours(struct demo_life *life, int64_t at)
{
	int64_t day = calendar_day_of(at, CALENDAR_CHINA), from = calendar_day_start(day, CALENDAR_CHINA) + OPENS * HOUR;
	int64_t minutes = demo_random_between(&life->random, 0, 90);

	if (is_workday(&life->data->calendar, day) && at < from + (CLOSES - OPENS) * HOUR)
		return at < from ? from + minutes * 60 : at;
	do
		day++;
	while (!is_workday(&life->data->calendar, day));
	return calendar_day_start(day, CALENDAR_CHINA) + OPENS * HOUR + minutes * 60;
}

static bool until(struct demo_life *life, int64_t at)
{
	life->at = at;
	life->work->now = at;
	return at <= life->now;
}

bool demo_life_later(struct demo_life *life, int64_t least, int64_t most)
{
	return until(life, in_office_hours(life, life->at + demo_random_between(&life->random, least * 60, most * 60) * 60));
}

bool demo_life_days_later(struct demo_life *life, int least, int most)
{
	int days = (int)demo_random_between(&life->random, least, most);
	int64_t day = calendar_day_of(life->at, CALENDAR_CHINA);
	int64_t on = workdays_add(&life->data->calendar, day, days, NULL);

	return until(life, in_office_hours(life, life->at + (on - day) * DAY + demo_random_between(&life->random, 0, 4 * HOUR)));
}

/* At home, at any waking hour. */
static bool at_home(struct demo_life *life, int64_t least, int64_t most)
{
	int64_t at = life->at + demo_random_between(&life->random, least * 60, most * 60) * 60;
	int64_t hour = (at - calendar_day_start(calendar_day_of(at, CALENDAR_CHINA), CALENDAR_CHINA)) / HOUR;

	return until(life, hour < 7 ? at + 8 * HOUR : at);
}

static struct case_act act_of(const struct demo_life *life, enum case_actor actor, const char *who)
{
	return (struct case_act){ .number = life->number,
				  .revision = -1,
				  .actor = actor,
				  .who = who,
				  .department = actor == CASE_DEPARTMENT ? life->department : "" };
}

static bool done(struct demo_life *life, enum case_answer answer)
{
	life->answer = answer;
	return answer == CASE_DONE;
}

/* Each part of a life: true when it went well, and *over when nothing more happens for now. */
#define STOP                                                                                                                       \
	do {                                                                                                                       \
		*over = true;                                                                                                      \
		return true;                                                                                                       \
	} while (0)

static bool sort(struct demo_life *life, bool *over)
{
	struct case_act desk = act_of(life, CASE_DESK, "desk");
	bool urgent = strcmp(life->story->kind, "EMERGENCY") == 0 || strcmp(life->story->matter, "SAFETY") == 0;
	struct case_sorting sorting = { life->story->kind, urgent ? "URGENT" : "ORDINARY", life->story->matter, "" };
	const char *street =
		life->data->names->streets[demo_random_between(&life->random, 0, (int64_t)life->data->names->street_count - 1)]
			.code;

	/* Where a place on no list is the desk finds out. */
	sorting.street_code = street;
	if (!demo_life_later(life, urgent ? 0 : 1, urgent ? 1 : 9))
		STOP;
	return done(life, case_triage(life->work, &desk, &sorting));
}

static bool withdraw(struct demo_life *life, bool *over)
{
	*over = true;
	return !at_home(life, 5, 40) || done(life, case_withdraw(life->work, life->lookup, life->number, word(life, "withdrawn")));
}

static bool accept(struct demo_life *life, bool *over)
{
	struct case_act desk = act_of(life, CASE_DESK, "desk");

	if (!demo_life_later(life, 0, 4))
		STOP;
	*over = true;
	if (chance(life, REJECTED) && strcmp(life->story->kind, "EMERGENCY") != 0)
		return done(life, case_reject(life->work, &desk, "HANDLED_ELSEWHERE", word(life, "rejected")));
	if (chance(life, TRANSFERRED))
		return done(life, case_transfer(life->work, &desk, word(life, "elsewhere"), word(life, "transferred")));
	*over = false;
	return done(life, case_accept(life->work, &desk, word(life, "accept")));
}

static bool read_lead(struct demo_life *life)
{
	enum case_answer answer;
	struct values *lead = casework_row(life->work, &Q_demo_case_lead, "case_number", life->number, &answer);

	if (!lead)
		return done(life, answer);
	life->department = values_text(lead, "department");
	life->of_street = values_say(lead, "is_street");
	life->officer = demo_case_officer(life->data, life->department, life->of_street, 0);
	return true;
}

/* By the matrix; what it gives to nobody goes to the education department. */
static bool dispatch(struct demo_life *life, bool *over)
{
	struct case_act desk = act_of(life, CASE_DESK, "desk");
	struct routing routing;
	struct case_order order = { .note = "", .reason = "" };

	if (!demo_life_later(life, 0, 5))
		STOP;
	if (!routing_find(life->work, life->number, &routing))
		return done(life, CASE_FAILED);
	order.lead = *routing.lead ? routing.lead : "EDUCATION";
	order.assists = routing.assists;
	return done(life, case_dispatch(life->work, &desk, &order)) && read_lead(life);
}

/* Not theirs, they say: the education department takes it instead, or, once in a while, says the same. */
static bool give_back(struct demo_life *life, bool *over)
{
	int rounds = chance(life, 25) ? 2 : 1;

	for (int round = 0; round < rounds; round++) {
		struct case_act officer = act_of(life, CASE_DEPARTMENT, life->officer), desk = act_of(life, CASE_DESK, "desk");
		struct case_order order = { .lead = strcmp(life->department, "EDUCATION") == 0 ? "MARKET" : "EDUCATION",
					    .assists = "",
					    .note = "",
					    .reason = "" };

		if (!demo_life_later(life, 6, 40))
			STOP;
		if (!done(life, case_return(life->work, &officer, word(life, "returned"))))
			return false;
		if (!demo_life_later(life, 2, 20))
			STOP;
		if (!done(life, case_dispatch(life->work, &desk, &order)) || !read_lead(life))
			return false;
	}
	return true;
}

static bool take(struct demo_life *life, bool *over)
{
	struct case_act officer = act_of(life, CASE_DEPARTMENT, life->officer);

	if (!demo_life_later(life, 1, 7))
		STOP;
	return done(life, case_take(life->work, &officer));
}

static bool talk(struct demo_life *life, bool *over)
{
	int64_t position;

	if (!chance(life, ASKED))
		return true;
	if (!at_home(life, 4, 20))
		STOP;
	if (!done(life, case_message(life->work, life->lookup, NULL, word(life, "message"), "", life->at, &position)))
		return false;
	if (chance(life, 70) && demo_life_later(life, 1, 8))
		return done(life, case_message(life->work, life->lookup, life->number, word(life, "answer"), life->officer,
					       life->at, &position));
	return true;
}

static bool look_into(struct demo_life *life, bool *over)
{
	static const char *const kinds[] = { "VISIT", "CALL", "NOTE", "EVIDENCE" };
	struct case_act officer = act_of(life, CASE_DEPARTMENT, life->officer);
	int64_t position, notes = demo_random_between(&life->random, 1, 2);

	for (int64_t i = 0; i < notes; i++) {
		int64_t kind = demo_random_between(&life->random, 0, 3);

		if (!demo_life_later(life, 1, 6))
			STOP;
		if (!done(life, case_note(life->work, &officer, kinds[kind], word(life, "note"), &position)))
			return false;
	}
	return true;
}

/* What asks for more time or a standing clock; the approver grants it. A kind without an extension asks in vain. */
static bool ask(struct demo_life *life, const char *what, const char *granted, bool *over)
{
	struct case_act officer = act_of(life, CASE_DEPARTMENT, life->officer), approver = act_of(life, CASE_APPROVER, "approver");
	enum case_answer answer;
	int64_t position;

	if (!demo_life_later(life, 1, 6))
		STOP;
	answer = case_ask(life->work, &officer, what, word(life, "longer"), &position);
	if (answer == CASE_FORBIDDEN || answer == CASE_LATE)
		return true;
	if (!done(life, answer))
		return false;
	if (!demo_life_later(life, 1, 10))
		STOP;
	answer = case_decide(life->work, &approver, position, true, "", word(life, granted));
	/* The last day was over before anybody decided. */
	return answer == CASE_LATE || done(life, answer);
}

static bool stand_still(struct demo_life *life, bool *over)
{
	struct case_act officer;

	if (!ask(life, "SUSPENSION", "suspended", over) || *over)
		return *over;
	if (!demo_life_days_later(life, 3, 12))
		STOP;
	officer = act_of(life, CASE_DEPARTMENT, life->officer);
	return done(life, case_resume(life->work, &officer, word(life, "resumed")));
}

/* Days of work until the answer: most within the usual five, some long after; of slower kinds more. */
static bool work_on(struct demo_life *life, bool *over)
{
	const char *kind = life->story->kind;
	bool quick = strcmp(kind, "CONSULT") == 0 || strcmp(kind, "ADVICE") == 0;
	bool slow_kind = strcmp(kind, "CONSUMER") == 0 || strcmp(kind, "REPORT") == 0 || strcmp(kind, "PETITION") == 0 ||
			 strcmp(kind, "DISCLOSURE") == 0;

	if (chance(life, FORGOTTEN))
		STOP;
	if (!quick && chance(life, EXTENDED) && (!ask(life, "EXTENSION", "granted", over) || *over))
		return *over;
	if (!quick && chance(life, SUSPENDED) && (!stand_still(life, over) || *over))
		return *over;
	if (chance(life, SLOW) ? !demo_life_days_later(life, 5, slow_kind ? 40 : 18)
			       : !demo_life_days_later(life, quick ? 0 : 1,
					     quick       ? 0
					     : slow_kind ? 9
							 : 2))
		STOP;
	return true;
}

static bool reply(struct demo_life *life)
{
	struct case_act officer = act_of(life, CASE_DEPARTMENT, life->officer);

	return done(life, case_reply(life->work, &officer, life->story->verdict, "", life->story->reply));
}

/* The end of a review; or somebody else of the department goes to see again. */
static bool review(struct demo_life *life, bool *over)
{
	struct case_act approver = act_of(life, CASE_APPROVER, "approver");
	struct case_order order = { .lead = life->department, .assists = "", .note = "", .reason = word(life, "anew") };

	if (!demo_life_days_later(life, 0, 3))
		STOP;
	if (!chance(life, ANEW)) {
		*over = true;
		return done(life, case_review(life->work, &approver, life->story->verdict, "", word(life, "reviewed")));
	}
	if (!done(life, case_dispatch(life->work, &approver, &order)) || !read_lead(life))
		return false;
	life->officer = demo_case_officer(life->data, life->department, life->of_street, 1);
	if (!take(life, over) || *over || !demo_life_days_later(life, 1, 3))
		STOP;
	return reply(life);
}

static bool judge(struct demo_life *life, bool may_review, bool *over)
{
	struct case_act desk = act_of(life, CASE_DESK, "desk");
	bool solved = !may_review || !chance(life, UNSOLVED);

	*over = true;
	if (!solved || chance(life, RATED)) {
		if (!at_home(life, 2, 90))
			return true;
		*over = solved;
		return done(life, case_rate(life->work, life->lookup, life->number, solved,
					    (int)demo_random_between(&life->random, solved ? 3 : 1, solved ? 5 : 2),
					    word(life, solved ? "solved" : "unsolved")));
	}
	return !demo_life_days_later(life, 6, 9) || done(life, case_close(life->work, &desk, word(life, "closed")));
}

bool demo_case_live(struct demo_life *life)
{
	static bool (*const to_answer[])(struct demo_life * life, bool *over) = { sort, accept, dispatch,  NULL,
										  take, talk,   look_into, work_on };
	bool withdrawn = chance(life, WITHDRAWN), returned = chance(life, RETURNED), over = false;

	for (size_t i = 0; i < sizeof to_answer / sizeof *to_answer; i++) {
		bool (*part)(struct demo_life *, bool *) = to_answer[i] ? to_answer[i] : returned ? give_back : NULL;

		if (part == accept && withdrawn)
			part = withdraw;
		if (part && !part(life, &over))
			return false;
		if (over)
			return true;
	}
	if (!reply(life) || !judge(life, true, &over))
		return false;
	if (over)
		return true;
	return review(life, &over) && (over || judge(life, false, &over));
}
