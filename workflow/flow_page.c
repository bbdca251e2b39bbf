/* SPDX-License-Identifier: Apache-2.0 */
/* A procedure on a page: its flow chart, and the table of its states with what leads on from each. */
#include <string.h>

#include "flow_chart.h"
#include "lib/base/buffer.h"
#include "lib/base/text.h"
#include "lib/web/page.h"

/* What leads on from a state, and whose it is. */
static void bind_actions(struct page *row, const struct flow *flow, const struct flow_state *state, const struct rows *names)
{
	for (size_t i = 0; i < flow->action_count; i++) {
		const struct flow_action *action = &flow->actions[i];
		struct page *one;

		if (!action->to || strcmp(action->to, state->code) == 0 || !text_has_word(action->from, state->code))
			continue;
		one = page_section(row, "flow_actions");
		page_text(one, "action_name", flow_name(names, "action", action->name));
		page_text(one, "actor_name", flow_name(names, "actor", flow->actors[action->actor]));
		page_text(one, "to_name", flow_name(names, "state", action->to));
	}
}

static void bind_states(struct page *page, const struct flow *flow, const struct rows *names, const char *live, const char *passed)
{
	for (size_t i = 0; i < flow->state_count; i++) {
		const struct flow_state *state = &flow->states[i];
		struct page *row = page_section(page, "flow_states");

		page_text(row, "flow_state_name", flow_name(names, "state", state->code));
		page_text(row, "turn_name", *state->turn ? flow_name(names, "actor", state->turn) : "");
		if (strcmp(state->code, live) == 0)
			page_show(row, "is_live");
		else if (text_has_word(passed, state->code))
			page_show(row, "is_passed");
		bind_actions(row, flow, state, names);
	}
}

bool flow_chart_bind(struct page *page, struct templates *templates, const struct flow *flow, const struct rows *names, const char *live,
		     const char *passed, struct arena *arena)
{
	struct page *drawing = page_new(templates, "shared/flow-chart.tpl");
	struct flow_chart chart = flow_chart(flow, names, live, passed, arena);
	struct buffer made = { 0 };
	bool fine;

	page_integer(drawing, "chart_width", FLOW_CHART_WIDTH);
	page_integer(drawing, "chart_height", chart.height);
	page_rows(drawing, "boxes", &chart.boxes);
	page_rows(drawing, "arrows", &chart.arrows);
	if (*live)
		page_show(drawing, "has_live");
	bind_states(drawing, flow, names, live, passed);
	fine = page_expand(drawing, &made);
	if (fine)
		page_made(page, "flow_chart", arena_text(arena, made.bytes, made.size), made.size);
	page_free(drawing);
	buffer_free(&made);
	return fine;
}
