/* SPDX-License-Identifier: Apache-2.0 */
/* From a form of a case's page to what is done, and back to the page. */
#include <string.h>

#include "case.h"
#include "domain/disclosures/outcome.h"
#include "desk.h"

enum case_actor case_actor_with(const struct request *request, enum verb verb)
{
	for (size_t i = 0; i < case_flow.action_count; i++)
		if (case_flow.actions[i].verb == verb)
			return (enum case_actor)case_flow.actions[i].actor;
	for (size_t i = 0; i < case_flow.action_count; i++)
		if (case_flow.actions[i].verb && office_may(request, case_flow.actions[i].verb))
			return (enum case_actor)case_flow.actions[i].actor;
	/* Nobody's way leads anywhere for those who only look and note. */
	return (enum case_actor)CASE_ACTORS;
}

struct values *case_numbered(struct request *request, const char *number, enum outcome *outcome)
{
	struct values *parameters = office_parameters(request);

	values_put_text(parameters, "number", number);
	return office_row(request, &Q_desk_case, parameters, outcome);
}

struct values *case_of(struct request *request, enum outcome *outcome)
{
	return case_numbered(request, values_text(request->parts, "number"), outcome);
}

struct case_act case_act_of(struct request *request, const struct values *one)
{
	const struct office *office = office_of(request);

	return (struct case_act){
		.number = values_text(one, "number"),
		.revision = -1,
		.actor = case_actor_with(request, (enum verb)request->route->who),
		.who = office_name(request),
		.department = office->session ? values_text(office->session, "department") : "",
	};
}

static bool member_may(const void *member, enum verb verb)
{
	return office_may(member, verb);
}

const struct flow_action *case_offer(const struct request *request, const char *action, const char *state)
{
	return flow_offer(&case_flow, action, state, member_may, request);
}

/* What was chosen, without what was written. */
static struct values *detail_of(struct request *request)
{
	const struct form_result *form = request->form;
	struct values *detail = values_new(request->arena);

	for (const struct field *field = form->form->fields; field->name; field++) {
		const struct value *value = values_find(form->values, field->name);

		if (field->kind != FIELD_TEXT && field->kind != FIELD_PARAGRAPHS && value_says(value) &&
		    strcmp(field->name, "revision") != 0)
			values_put(detail, value);
	}
	return detail;
}

/* Which field of a form is to be filled because of what was chosen in another. */
static const char *wanted(const char *action, const struct values *said)
{
	if (strcmp(action, "decide") == 0)
		return values_text(said, "granted")[0] == 'y' ? "note" : "decision_note";
	if (strcmp(action, "meeting_decide") == 0)
		return "resolution";
	/* A finding that hands on says to whom. */
	if ((strcmp(action, "reply") == 0 || strcmp(action, "review") == 0) && !*values_text(said, "passed_to"))
		return "passed_to";
	return NULL;
}

const struct placeholder case_placeholders[CASE_PLACEHOLDERS] = { { "number", "" }, { "facility", "" }, { "received", "" }, { "deadline", "" } };

/* What the reporter reads is sent without a placeholder that was left over. NULL: there is none. */
static const char *left_over(struct request *request, const char *action)
{
	bool inside = strcmp(action, "note") == 0 || strcmp(action, "task") == 0;
	const struct form_result *form = request->form;
	const char *left = NULL;

	for (const struct field *field = form->form->fields; field->name && !left; field++)
		if (strcmp(field->name, "note") == 0 || (strcmp(field->name, "text") == 0 && !inside))
			left = placeholder_unknown(values_text(form->values, field->name), NULL, 0, request->arena);
	return left;
}

static enum outcome again(struct request *request, struct values *one, const char *action, enum case_answer answer,
			  enum outcome outcome)
{
	const struct casework *work = &office_of(request)->work;
	const char *why = answer == CASE_DONE ? "" : work->why;
	struct case_said said = { .action = action, .answer = answer, .why = why };
	enum outcome made;

	if (why && strcmp(why, "placeholder_left") == 0)
		said.left = work->problem;
	made = case_page(request, one, &said);

	return made == PAGE ? outcome : made;
}

/* What is disclosed of the case says at once that it is looked at anew, or that something else was found. */
static enum case_answer tell_public(struct request *request, const char *number)
{
	struct office *office = office_of(request);
	struct outcome_approval approval = { office_name(request), office_full_name(request), office->log_signer, false };

	return outcome_review(&office->work, number, &approval);
}

/*
 * The step cannot be taken in the state that was shown: nobody is asked to mend a form of it. What is well filled in is refused by what it
 * would do, which knows more exactly why.
 */
static bool is_over(const struct request *request, const struct values *one, const char *action, const struct flow_action *offer)
{
	return !offer && flow_knows(&case_flow, action) && !values_null(request->form->values, "revision") &&
	       values_integer(request->form->values, "revision") == values_integer(one, "revision");
}

enum outcome case_do(struct request *request, const char *action,
		     enum case_answer (*run)(struct casework *work, const struct case_act *act, const struct values *said))
{
	struct office *office = office_of(request);
	enum case_answer answer;
	enum outcome outcome;
	struct values *one = case_of(request, &outcome);
	const struct flow_action *offer;
	const char *left;
	struct case_act act;

	if (!one)
		return outcome;
	offer = case_offer(request, action, values_text(one, "state"));
	if (!request->form->fine && is_over(request, one, action, offer)) {
		office->work.why = "other_state";
		return again(request, one, action, CASE_FORBIDDEN, DENIED);
	}
	if (!request->form->fine)
		return again(request, one, action, CASE_DONE, INVALID);
	left = left_over(request, action);
	if (left) {
		struct case_said said = { .action = action, .answer = CASE_UNFIT, .why = "placeholder_left", .left = left };

		outcome = case_page(request, one, &said);
		return outcome == PAGE ? INVALID : outcome;
	}
	act = case_act_of(request, one);
	if (offer)
		act.actor = (enum case_actor)offer->actor;
	act.revision = values_integer(request->form->values, "revision");
	office_note(request, act.number, detail_of(request), values_text(request->form->values, "reason"));
	answer = run(&office->work, &act, request->form->values);
	if (answer == CASE_DONE)
		answer = tell_public(request, act.number);
	switch (answer) {
	case CASE_DONE:
		return office_go(request, arena_format(request->arena, "/cases/%s", act.number), action);
	case CASE_UNKNOWN:
		return MISSING;
	case CASE_FORBIDDEN:
		return again(request, one, action, answer, DENIED);
	case CASE_FAILED:
		return office_broken(request);
	case CASE_CHANGED:
		return again(request, one, action, answer, CONFLICT);
	case CASE_UNSAID:
		if (!wanted(action, request->form->values))
			break;
		form_refuse(request->form, wanted(action, request->form->values), FIELD_MISSING);
		return again(request, one, action, CASE_DONE, INVALID);
	case CASE_UNFIT:
	case CASE_LATE:
	case CASE_EARLY:
		break;
	}
	return again(request, one, action, answer, INVALID);
}
