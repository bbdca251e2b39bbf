/* SPDX-License-Identifier: Apache-2.0 */
/* Above the departments: supervision, the joint meeting; and who the reporter is. */
#include <string.h>

#include "cases.h"
#include "desk.h"
#include "lib/base/json.h"

enum case_answer case_hold(struct casework *work, const struct case_act *act, bool held, const char *reason)
{
	struct values *row = values_new(work->arena);
	enum case_answer answer;

	if (!desk_case(work, act, "hold", &answer))
		return answer;
	if (!*reason)
		return CASE_UNSAID;
	values_put_text(row, "number", act->number);
	values_put_null(row, "held_at");
	if (held)
		values_put_integer(row, "held_at", work->now);
	values_put_text(row, "held_by", held ? act->who : "");
	values_put_text(row, "hold_reason", held ? reason : "");
	return casework_do(work, &Q_case_hold_put, row) ? CASE_DONE : CASE_FAILED;
}

enum case_answer case_supervise(struct casework *work, const struct case_act *act, bool supervised, const char *reason)
{
	enum case_answer answer;
	struct values *one = desk_case(work, act, "supervise", &answer);

	if (!one)
		return answer;
	if (!*reason)
		return CASE_UNSAID;
	values_put_integer(one, "supervised", supervised);
	return casework_put(work, one) ? CASE_DONE : CASE_FAILED;
}

/* PROPOSED again after it was declined or settled is a new matter for the meeting. */
enum case_answer meeting_propose(struct casework *work, const char *number, const char *who, const char *why)
{
	struct values *row = values_new(work->arena), *item;
	enum case_answer answer;
	struct values *one = casework_case(work, number, &answer);

	if (!one)
		return answer;
	item = casework_row(work, &Q_meeting_item_one, "case_number", number, &answer);
	if (!item && answer == CASE_FAILED)
		return answer;
	if (flow_ended(&case_flow, values_text(one, "state")))
		return casework_refuse(work, CASE_FORBIDDEN, "other_state");
	if (item && (strcmp(values_text(item, "state"), "PROPOSED") == 0 || strcmp(values_text(item, "state"), "ACCEPTED") == 0))
		return casework_refuse(work, CASE_FORBIDDEN, "meeting_open");
	if (!*why)
		return CASE_UNSAID;
	values_put_text(row, "case_number", number);
	values_put_integer(row, "proposed_at", work->now);
	values_put_text(row, "proposed_by", who);
	values_put_text(row, "why", why);
	return casework_do(work, &Q_meeting_item_put, row) ? CASE_DONE : CASE_FAILED;
}

/* PROPOSED is accepted or declined, what was accepted is settled. */
static bool may_decide(const char *from, const char *to)
{
	if (strcmp(from, "PROPOSED") == 0)
		return strcmp(to, "ACCEPTED") == 0 || strcmp(to, "DECLINED") == 0;
	return strcmp(from, "ACCEPTED") == 0 && strcmp(to, "SETTLED") == 0;
}

enum case_answer meeting_decide(struct casework *work, const struct case_act *act, const char *state, const char *resolution)
{
	enum case_answer answer;
	struct values *item;

	if (!desk_case(work, act, NULL, &answer))
		return answer;
	item = casework_row(work, &Q_meeting_item_one, "case_number", act->number, &answer);
	if (!item)
		return answer;
	if (act->actor != CASE_APPROVER)
		return CASE_FORBIDDEN;
	if (!may_decide(values_text(item, "state"), state))
		return casework_refuse(work, CASE_FORBIDDEN, "meeting_decided");
	if (strcmp(state, "ACCEPTED") != 0 && !*resolution)
		return CASE_UNSAID;
	values_put_text(item, "case_number", act->number);
	values_put_text(item, "state", state);
	values_put_integer(item, "decided_at", work->now);
	values_put_text(item, "decided_by", act->who);
	values_put_text(item, "resolution", resolution);
	return casework_do(work, &Q_meeting_item_decided, item) ? CASE_DONE : CASE_FAILED;
}

enum case_answer case_identity(struct casework *work, const char *number, struct values **contact)
{
	enum case_answer answer;
	struct values *row = casework_row(work, &Q_case_contact_of, "number", number, &answer);
	const struct value *sealed = row ? values_find(row, "sealed") : NULL;
	const uint8_t *json;
	size_t size;

	if (!row)
		return answer;
	json = casework_open(work, "case_contact.sealed", values_text(row, "receipt_lookup"), sealed, &size);
	*contact = json ? json_to_values((const char *)json, work->arena) : NULL;
	if (*contact)
		return CASE_DONE;
	work->problem = "contact data does not open under the contact key; is 'contact_key' the one it was written with?";
	return CASE_FAILED;
}
