/* SPDX-License-Identifier: Apache-2.0 */
/* How a matter goes its way: the flow chart of each procedure, drawn from the declaration that the office works by. */
#include <string.h>

#include "portal_queries.h"
#include "procedures.h"
#include "public/core/portal.h"
#include "workflow/flow_chart.h"

enum outcome procedures_list(struct request *request)
{
	struct page *page;

	if (portal_unchanged(request))
		return NOT_CHANGED;
	page = page_begin(request, "public/procedures.tpl");
	for (size_t i = 0; i < PROCEDURES; i++)
		page_show(page_section(page, "procedures"), arena_format(request->arena, "word_%s", procedures[i]->word));
	return page_end(request, page);
}

static const struct flow *asked(const struct request *request)
{
	for (size_t i = 0; i < PROCEDURES; i++)
		if (strcmp(procedures[i]->word, values_text(request->parts, "kind")) == 0)
			return procedures[i];
	return NULL;
}

enum outcome procedures_show(struct request *request)
{
	const struct flow *flow = asked(request);
	struct rows names;
	struct page *page;

	if (!flow)
		return MISSING;
	if (portal_unchanged(request))
		return NOT_CHANGED;
	if (!sql_list(published_of(request)->sql, &Q_procedure_names, flow_name_lists(flow, request->arena), request->arena, 200, &names))
		return BROKEN;
	page = page_begin(request, "public/procedure.tpl");
	page_show(page, arena_format(request->arena, "word_%s", flow->word));
	if (flow_chart_bind(page, portal_of(request)->program.templates, flow, &names, "", "", request->arena))
		return page_end(request, page);
	page_free(page);
	return BROKEN;
}
