/* SPDX-License-Identifier: Apache-2.0 */
/* How much each sender may send. */
#include "allowance.h"

#include <sodium.h>
#include <string.h>

#include "lib/base/calendar.h"
#include "lib/web/origin.h"
#include "lib/web/proof_of_work.h"
#include "lib/base/text.h"
#include "portal_queries.h"
#include "wizard.h"

#define TURN_BYTES 16
/* Who comes back later than that waits anew. */
#define TURN_SECONDS_VALID ((int64_t)2 * 3600)

/* What the rules call a lane, and what holds in an edition that says nothing of it. */
static const struct {
	const char *word;
	struct allowance usual;
} lanes[LANES] = {
	[LANE_LETTER] = { "letter", { 20, 5000, 120 } },
	[LANE_FOLLOW] = { "follow", { 10, 30000, 0 } },
	[LANE_PROVED_FOLLOW] = { "proved_follow", { 60, 5000, 0 } },
	[LANE_UPLOAD] = { "upload", { 512, 4000, 0 } },
	[LANE_WRONG_CODE] = { "wrong_code", { 20, 5000, 0 } },
};

bool allowance_from_elsewhere(const struct request *request)
{
	return origin_of(request, portal_of(request)->config) == ORIGIN_OTHER;
}

enum outcome allowance_guard(struct request *request, const struct form_result *carried)
{
	(void)carried;
	return wizard_of(request) || !allowance_from_elsewhere(request) ? PAGE : DENIED;
}

static int64_t rule(struct request *request, const char *word, const char *what, int64_t otherwise)
{
	struct values *parameters = values_new(request->arena), *row;

	values_put_text(parameters, "key", arena_format(request->arena, "door.%s.%s", word, what));
	values_put_text(parameters, "day", calendar_day_text(request->arena, calendar_day_of(request->now, CALENDAR_CHINA)));
	return sql_row(published_of(request)->sql, &Q_edition_rule_on, parameters, request->arena, &row) == SQL_FOUND
		       ? (int64_t)values_real(row, "value")
		       : otherwise;
}

static struct allowance allowance_of(struct request *request, enum lane lane)
{
	const char *word = lanes[lane].word;
	const struct allowance *usual = &lanes[lane].usual;

	return (struct allowance){
		.at_once = rule(request, word, "at_once", usual->at_once),
		.milliseconds_each = 1000 * rule(request, word, "seconds_each", usual->milliseconds_each / 1000),
		.most_waiting = rule(request, word, "most_waiting", usual->most_waiting),
	};
}

static bool take(struct request *request, enum lane lane, const char *who, int units, int *wait)
{
	const struct allowance allowance = allowance_of(request, lane);

	return lane_take(intake_of(request)->lanes, lane, who, &allowance, units, request->now, wait);
}

static const char *network(const struct request *request)
{
	return request_variable(request, "ADDRESS_GROUP");
}

static bool is_proved(struct request *request, const char *name)
{
	const char *proof = values_text(request->form->values, "altcha");

	return *proof && proof_of_work_verify(lanes_key(intake_of(request)->lanes), proof, name, request->now);
}

/* The seal on a turn: when it comes, and for which letter. Sent twice with it, a letter is the same letter. */
static void seal_of(struct request *request, const char *name, int64_t at, char hex[2 * TURN_BYTES + 1])
{
	const char *text = arena_format(request->arena, "turn %lld %s", (long long)at, name);
	unsigned char seal[TURN_BYTES];

	crypto_generichash(seal, sizeof seal, (const unsigned char *)text, strlen(text), lanes_key(intake_of(request)->lanes), 32);
	sodium_bin2hex(hex, 2 * TURN_BYTES + 1, seal, sizeof seal);
}

/* The moment of the turn that came along with a letter, 0 when it is none of ours for this name. */
static int64_t turn_of(struct request *request, const char *name)
{
	const char *turn = values_text(request->form->values, "turn"), *dash = strchr(turn, '-');
	char hex[2 * TURN_BYTES + 1];
	int64_t at;

	if (!dash || strlen(dash + 1) != 2 * TURN_BYTES ||
	    !text_to_integer(arena_text(request->arena, turn, (size_t)(dash - turn)), &at))
		return 0;
	seal_of(request, name, at, hex);
	return sodium_memcmp(hex, dash + 1, 2 * TURN_BYTES) == 0 && at + TURN_SECONDS_VALID >= request->now ? at : 0;
}

/* Keep the place in the queue: the form brings it back. */
static void keep_turn(struct request *request, const char *name, int64_t at)
{
	char hex[2 * TURN_BYTES + 1];

	seal_of(request, name, at, hex);
	values_put_text(request->form->typed, "turn", arena_format(request->arena, "%lld-%s", (long long)at, hex));
}

const char *allowance_letter(struct request *request, const char *name, int *wait)
{
	int64_t turn = turn_of(request, name);
	struct allowance allowance;

	*wait = 0;
	if (is_proved(request, name))
		return "proof";
	if (turn) {
		*wait = turn > request->now ? (int)(turn - request->now) : 0;
		return *wait ? NULL : "slow";
	}
	values_put_text(request->form->typed, "turn", "");
	allowance = allowance_of(request, LANE_LETTER);
	if (!lane_take_place(intake_of(request)->lanes, LANE_LETTER, network(request), &allowance, request->now, wait))
		return NULL;
	if (!*wait)
		return "slow";
	keep_turn(request, name, request->now + *wait);
	return NULL;
}

void allowance_bind_turn(struct request *request, struct page *page, int wait)
{
	page_integer(page, "wait", wait);
	page_text(page, "turn", values_text(request->form->typed, "turn"));
}

const char *allowance_follow(struct request *request, const struct receipt *receipt, const char *name, int *wait)
{
	bool proved = is_proved(request, name);
	char envelope[RECEIPT_NAME];

	receipt_envelope(receipt, envelope);
	if (!take(request, proved ? LANE_PROVED_FOLLOW : LANE_FOLLOW, envelope, 1, wait))
		return NULL;
	return proved ? "proof" : "slow";
}

bool allowance_upload(struct request *request, int units)
{
	int wait;

	return take(request, LANE_UPLOAD, network(request), units, &wait);
}

bool allowance_wrong_code(struct request *request, int *wait)
{
	return take(request, LANE_WRONG_CODE, network(request), 1, wait);
}

void allowance_bind_challenge(struct request *request, struct page *page, const char *name)
{
	page_text(page, "challenge",
		  proof_of_work_challenge(lanes_key(intake_of(request)->lanes), name, request->now, request->arena));
}
