/* SPDX-License-Identifier: Apache-2.0 */
/* The flow chart of what a page is about: where it stands, where it was, where it can go. */
#include "flow.h"

#include "desk.h"
#include "workflow/flow_chart.h"

#define MOST_NAMES 200
#define MOST_STATES 100

bool office_flow_bind(struct request *request, struct page *page, const struct flow *flow, const char *state, const struct query *passed,
		      const struct values *parameters)
{
	struct sql *sql = office_of(request)->sql;
	struct arena *arena = request->arena;
	struct rows names, states;

	if (!sql_list(sql, &Q_desk_flow_names, flow_name_lists(flow, arena), arena, MOST_NAMES, &names) ||
	    !sql_list(sql, passed, parameters, arena, MOST_STATES, &states))
		return office_broken(request), false;
	return flow_chart_bind(page, ((struct program *)request->program)->templates, flow, &names, state, flow_states_of(&states, arena), arena) ||
	       (office_broken(request), false);
}
