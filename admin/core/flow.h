/* SPDX-License-Identifier: Apache-2.0 */
/* The flow chart on an office page of a procedure. */
#ifndef SHANYU_ADMIN_FLOW_H
#define SHANYU_ADMIN_FLOW_H

#include "office.h"
#include "workflow/flow.h"

/*
 * Bind FLOW_CHART: where it stands (state), and where it was: `passed` gives rows with a column state for `parameters`. False: BROKEN, which was
 * said.
 */
bool office_flow_bind(struct request *request, struct page *page, const struct flow *flow, const char *state, const struct query *passed,
		      const struct values *parameters);

#endif
