/* SPDX-License-Identifier: Apache-2.0 */
/* Reading a procedure's declaration. A flow has some dozens of rows: they are looked through one by one. */
#include "flow.h"

#include <string.h>

#include "lib/base/text.h"

const struct flow_state *flow_state(const struct flow *flow, const char *code)
{
	for (size_t i = 0; i < flow->state_count; i++)
		if (strcmp(flow->states[i].code, code) == 0)
			return &flow->states[i];
	return NULL;
}

bool flow_ended(const struct flow *flow, const char *state)
{
	const struct flow_state *found = flow_state(flow, state);

	return found && !*found->turn;
}

bool flow_has(const struct flow *flow, const char *state, unsigned trait)
{
	const struct flow_state *found = flow_state(flow, state);

	return found && (found->traits & trait);
}

static bool leads_from(const struct flow_action *action, const char *state)
{
	return *state ? text_has_word(action->from, state) : !*action->from;
}

const struct flow_action *flow_step(const struct flow *flow, const char *from, const char *to, unsigned actor)
{
	for (size_t i = 0; i < flow->action_count; i++) {
		const struct flow_action *action = &flow->actions[i];

		if (action->actor == actor && action->to && strcmp(action->to, to) == 0 && leads_from(action, from))
			return action;
	}
	return NULL;
}

bool flow_may(const struct flow *flow, const char *from, const char *to, unsigned actor)
{
	return flow_step(flow, from, to, actor) != NULL;
}

const struct flow_action *flow_action(const struct flow *flow, const char *name, const char *state, unsigned actor)
{
	for (size_t i = 0; i < flow->action_count; i++) {
		const struct flow_action *action = &flow->actions[i];

		if (action->actor == actor && strcmp(action->name, name) == 0 && leads_from(action, state))
			return action;
	}
	return NULL;
}

const struct flow_action *flow_offer(const struct flow *flow, const char *name, const char *state, bool (*may)(const void *member, enum verb verb),
				     const void *member)
{
	for (size_t i = 0; i < flow->action_count; i++) {
		const struct flow_action *action = &flow->actions[i];

		if (action->verb && strcmp(action->name, name) == 0 && leads_from(action, state) && may(member, action->verb))
			return action;
	}
	return NULL;
}

bool flow_attaches(const struct flow *flow, const char *state)
{
	return flow->attaches && text_has_word(flow->attaches, state);
}

bool flow_knows(const struct flow *flow, const char *name)
{
	for (size_t i = 0; i < flow->action_count; i++)
		if (strcmp(flow->actions[i].name, name) == 0)
			return true;
	return false;
}

/* Every word of a list of states is one. */
static bool are_states(const struct flow *flow, const char *words)
{
	size_t known = 0, count = *words ? 1 : 0;

	for (const char *at = words; *at; at++)
		count += *at == ' ';
	for (size_t i = 0; i < flow->state_count; i++)
		known += text_has_word(words, flow->states[i].code);
	return known == count;
}

static bool is_actor(const struct flow *flow, const char *code)
{
	for (size_t i = 0; i < flow->actor_count; i++)
		if (strcmp(flow->actors[i], code) == 0)
			return true;
	return !*code;
}

static bool is_joined(const struct flow *flow, const struct flow_state *state)
{
	bool comes = false, goes = !*state->turn;

	for (size_t i = 0; i < flow->action_count; i++) {
		const struct flow_action *action = &flow->actions[i];

		comes |= action->to && strcmp(action->to, state->code) == 0;
		goes |= action->to && strcmp(action->to, state->code) != 0 && text_has_word(action->from, state->code);
	}
	return (comes || state == flow->states) && goes;
}

static bool say_the_same(const struct flow *flow, const struct flow_action *one, const struct flow_action *other)
{
	if (one->actor != other->actor || strcmp(one->name, other->name) != 0 || !one->to != !other->to ||
	    (one->to && strcmp(one->to, other->to) != 0))
		return false;
	for (size_t i = 0; i < flow->state_count; i++)
		if (text_has_word(one->from, flow->states[i].code) && text_has_word(other->from, flow->states[i].code))
			return true;
	return false;
}

/* Every word of a list is a limit. */
static bool are_limits(const struct clock *clock, const char *words)
{
	while (words && *words) {
		size_t length = strcspn(words, " ");
		bool found = false;

		for (size_t i = 0; clock && i < clock->limit_count; i++)
			found |= strlen(clock->limits[i].step) == length && strncmp(clock->limits[i].step, words, length) == 0;
		if (!found)
			return false;
		words += length + strspn(words + length, " ");
	}
	return true;
}

static const char *mistake_of_limits(const struct flow *flow)
{
	for (size_t i = 0; i < flow->state_count; i++)
		if (!are_limits(flow->clock, flow->states[i].meets) || !are_limits(flow->clock, flow->states[i].unmeets))
			return "a state meets what is no limit";
	if (!flow->clock)
		return NULL;
	if (flow->clock->extended_by && !flow_knows(flow, flow->clock->extended_by))
		return "limits are extended by what is no action";
	return clock_mistake(flow->clock);
}

const char *flow_mistake(const struct flow *flow)
{
	for (size_t i = 0; i < flow->state_count; i++) {
		if (!is_actor(flow, flow->states[i].turn))
			return "a state is the turn of somebody who is no actor";
		if (!is_joined(flow, &flow->states[i]))
			return "a state has no way to it or none out of it";
	}
	for (size_t i = 0; i < flow->action_count; i++) {
		const struct flow_action *action = &flow->actions[i];

		if (action->actor >= flow->actor_count)
			return "an action is of somebody who is no actor";
		if (!are_states(flow, action->from) || (action->to && !flow_state(flow, action->to)))
			return "an action leads from or to what is no state";
		for (size_t j = 0; j < i; j++)
			if (say_the_same(flow, action, &flow->actions[j]))
				return "two actions say the same";
	}
	if (flow->attaches && !are_states(flow, flow->attaches))
		return "files are attached in what is no state";
	return mistake_of_limits(flow);
}
