/* SPDX-License-Identifier: Apache-2.0 */
/* From a draft to the publication log, as the office does it. */
#include "demo_outcomes.h"

#include <stdlib.h>
#include <string.h>

#include "domain/disclosures/outcome.h"
#include "cases.h"
#include "shanyu.h"

#define TRANSACTION_OUTCOMES 50

/* In per cent of outcomes. */
#define ENDS 50
#define ANSWERED 55
#define DROPPED 1

/* When it is approved, or dropped. */
struct decision {
	struct demo_life life;
	const char *code;
	bool drops;
};

static bool done(struct demo_life *life, enum case_answer answer)
{
	life->answer = answer;
	if (answer != CASE_DONE && !life->work->problem)
		life->work->problem = "a step of an invented outcome is refused";
	return answer == CASE_DONE;
}

static const struct demo_story *story_of(const struct demo_case_data *data, const char *text)
{
	for (size_t i = 0; i < data->story_count; i++)
		if (strcmp(data->stories[i].story, text) == 0)
			return &data->stories[i];
	return NULL;
}

/* Its life as an outcome begins when the case is closed. */
static bool start(struct demo_life *life)
{
	enum case_answer answer;
	struct values *one = casework_row(life->work, &Q_demo_outcome_case, "number", life->number, &answer);

	if (!one)
		return done(life, answer);
	life->story = story_of(life->data, values_text(one, "story"));
	life->at = values_integer(one, "closed_at");
	return life->story || done(life, CASE_UNFIT);
}

static const char *summary_of(struct demo_life *life)
{
	const char *end = demo_random_chance(&life->random, ENDS) ? demo_case_word(life->data, "summary_end", &life->random) : "";

	return arena_format(life->work->arena, "%s%s", life->story->summary, end);
}

/* The facility's time is over a second after its last. */
static bool expire(struct demo_life *life, const char *code)
{
	enum case_answer answer;
	struct values *one = casework_row(life->work, &Q_outcome_newest, "code", code, &answer), *limit;
	size_t expired;

	if (!one)
		return done(life, answer);
	if (!outcome_answer_limit(life->work, values_text(one, "code"), &limit) || !limit)
		return false;
	life->work->now = values_integer(limit, "until") + 1;
	return life->work->now > life->now || outcome_expire(life->work, life->work->now, &expired);
}

static bool hear(struct demo_life *life, const char *code, const char *who)
{
	static const char *const ways[] = { "LETTER", "PHONE", "VISIT" };
	const char *way = ways[demo_random_between(&life->random, 0, 2)];

	if (!demo_random_chance(&life->random, ANSWERED))
		return expire(life, code);
	return !demo_life_days_later(life, 2, 8) ||
	       done(life, outcome_answer(life->work, code, who, demo_case_word(life->data, "outcome_answer", &life->random), way));
}

/* Written, shown to the facility and heard, as far as that is before now. */
static bool prepare(struct demo_life *life, const char *code)
{
	const char *who = demo_case_officer(life->data, "PUBLISHER", false, 0);
	struct outcome_words words;

	if (!start(life))
		return false;
	words = (struct outcome_words){ summary_of(life), life->story->matter, life->story->verdict };
	if (!demo_life_days_later(life, 1, 6))
		return true;
	if (!done(life, outcome_edit(life->work, code, who, &words)))
		return false;
	if (!demo_life_days_later(life, 0, 3))
		return true;
	return done(life, outcome_open_answer(life->work, code, who)) && hear(life, code, who);
}

static struct demo_life life_of(const struct demo_outcomes *outcomes, const struct values *row, const char *purpose, size_t place)
{
	return (struct demo_life){ .data = outcomes->data,
				   .work = outcomes->work,
				   .now = outcomes->now,
				   .random = demo_random_start(outcomes->seed, purpose, (int64_t)place),
				   .number = values_text(row, "case_number") };
}

/* Commit after so many, and after the last. */
static bool keep(struct demo_outcomes *outcomes, size_t place, size_t count)
{
	struct sql *sql = outcomes->work->sql;

	if (place + 1 < count && (place + 1) % TRANSACTION_OUTCOMES != 0)
		return true;
	if (!sql_commit(sql))
		return false;
	arena_sweep(outcomes->work->arena);
	return place + 1 == count || sql_begin(sql);
}

static bool list(struct demo_outcomes *outcomes, const struct query *query, struct rows *rows)
{
	return sql_list(outcomes->work->sql, query, NULL, outcomes->kept, 100000, rows);
}

static bool prepare_all(struct demo_outcomes *outcomes)
{
	struct rows drafts;
	bool fine = list(outcomes, &Q_demo_outcome_drafts, &drafts) && (!drafts.count || sql_begin(outcomes->work->sql));

	for (size_t i = 0; fine && i < drafts.count; i++) {
		struct demo_life life = life_of(outcomes, &drafts.at[i], "outcome", i);

		fine = prepare(&life, values_text(&drafts.at[i], "code")) && keep(outcomes, i, drafts.count);
	}
	return fine;
}

/* Who approves: somebody else when the first decided on a review of the case. NULL: it could not be asked. */
static const char *approver_of(struct demo_life *life)
{
	const char *first = demo_case_officer(life->data, "APPROVER", false, 0);
	struct values *key = values_new(life->work->arena), *row;

	values_put_text(key, "case_number", life->number);
	values_put_text(key, "who", first);
	if (sql_row(life->work->sql, &Q_demo_outcome_barred, key, life->work->arena, &row) != SQL_FOUND)
		return NULL;
	return values_integer(row, "findings") ? demo_case_officer(life->data, "APPROVER", false, 1) : first;
}

static bool approve(struct demo_outcomes *outcomes, struct demo_life *life, const char *code, const char *who)
{
	enum case_answer answer;
	struct values *account = casework_row(life->work, &Q_demo_full_name, "name", who, &answer);
	/* Who only has a name there is called by it. */
	struct outcome_approval approval = { who, account ? values_text(account, "full_name") : who, outcomes->log_signer, false };

	if (answer == CASE_FAILED || !done(life, outcome_approve(life->work, code, &approval)))
		return false;
	outcomes->published++;
	return true;
}

static bool decide(struct demo_outcomes *outcomes, struct decision *decision)
{
	struct demo_life *life = &decision->life;
	const char *who = approver_of(life);

	life->work->now = life->at;
	if (!who)
		return false;
	return decision->drops ? done(life, outcome_drop(life->work, decision->code, who,
							 demo_case_word(life->data, "outcome_dropped", &life->random)))
			       : approve(outcomes, life, decision->code, who);
}

static int by_time(const void *left, const void *right)
{
	const struct decision *one = left, *other = right;
	int order = (one->life.at > other->life.at) - (one->life.at < other->life.at);

	return order ? order : strcmp(one->life.number, other->life.number);
}

/* Those that are decided before now, in the order in which they are: the log has no other. */
static size_t plan(const struct demo_outcomes *outcomes, const struct rows *ready, struct decision *decisions)
{
	size_t count = 0;

	for (size_t i = 0; i < ready->count; i++) {
		struct decision decision = { life_of(outcomes, &ready->at[i], "approval", i), values_text(&ready->at[i], "code"),
					     false };

		decision.life.at = values_integer(&ready->at[i], "changed_at");
		decision.drops = demo_random_chance(&decision.life.random, DROPPED);
		if (demo_life_days_later(&decision.life, 1, 10))
			decisions[count++] = decision;
	}
	qsort(decisions, count, sizeof *decisions, by_time);
	return count;
}

static bool decide_all(struct demo_outcomes *outcomes)
{
	struct decision *decisions;
	struct rows ready;
	size_t count;
	bool fine;

	if (!list(outcomes, &Q_demo_outcome_ready, &ready))
		return false;
	decisions = arena_take(outcomes->kept, (ready.count + 1) * sizeof *decisions);
	count = plan(outcomes, &ready, decisions);
	fine = !count || sql_begin(outcomes->work->sql);
	for (size_t i = 0; fine && i < count; i++)
		fine = decide(outcomes, &decisions[i]) && keep(outcomes, i, count);
	return fine;
}

bool demo_outcomes_make(struct demo_outcomes *outcomes)
{
	bool fine = prepare_all(outcomes) && (!outcomes->log_signer || decide_all(outcomes));

	if (!fine)
		sql_rollback(outcomes->work->sql);
	return fine;
}
