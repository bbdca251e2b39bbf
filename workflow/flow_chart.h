/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The flow chart of a procedure, drawn from its declaration: where boxes and arrows go, as values for a template that holds all markup.
 * States of the main way stand one under the other, the others beside them. The table under it says the same, and what is not drawn: the
 * table is what counts.
 * Numbers are whole units of the drawing's viewBox, which is as wide as a small phone.
 */
#ifndef SHANYU_FLOW_CHART_H
#define SHANYU_FLOW_CHART_H

#include "flow.h"
#include "lib/base/values.h"

#define FLOW_CHART_WIDTH 372    /* with a margin for the lines */

/* The parameters states, actions and actors of a query for names: which lists of terms hold those of this procedure. */
struct values *flow_name_lists(const struct flow *flow, struct arena *arena);

/* Names in the district's words: rows of list (state, action, actor), code and name. What has none is called by its code. */
const char *flow_name(const struct rows *names, const char *list, const char *code);

struct flow_chart {
	/*
	 * Boxes: code, x, y, width, height, text_x, text_y, line_1, line_2 (the name in one line or two), live and passed (0 or 1).
	 * Arrows: path.
	 */
	struct rows boxes, arrows;
	int64_t height;
};

/* Blank-separated states of rows with a column `state`. */
const char *flow_states_of(const struct rows *rows, struct arena *arena);

/* live: the state it is in, "" for a procedure as such. passed: the states it was in, blank-separated. */
struct flow_chart flow_chart(const struct flow *flow, const struct rows *names, const char *live, const char *passed, struct arena *arena);

struct page;
struct templates;

/*
 * Bind FLOW_CHART (markup made from shared/flow-chart.tpl: drawing and table) to a page; arguments as above. False when the template does not
 * expand.
 */
bool flow_chart_bind(struct page *page, struct templates *templates, const struct flow *flow, const struct rows *names, const char *live,
		     const char *passed, struct arena *arena);

#endif
