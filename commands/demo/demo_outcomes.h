/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the demonstration's findings become for the public: written, shown to the facility, answered or not, approved and published by the
 * functions the office itself uses, with the clock set to each step. What would be done after now is not done yet, so that whoever drafts
 * and whoever approves has something to do.
 */
#ifndef SHANYU_DEMO_OUTCOMES_H
#define SHANYU_DEMO_OUTCOMES_H

#include "demo_case_data.h"

struct demo_outcomes {
	struct casework *work;
	const struct demo_case_data *data;
	const struct note_signer *log_signer;   /* NULL: nothing is approved */
	int64_t seed, now;
	struct arena *kept;                     /* work->arena is swept on the way */
	int64_t published;                      /* so far */
};

/*
 * Carry on the outcomes of cases that are closed, in transactions of its own. They enter the log in the order of their approval, before
 * what shanyu publish publishes later. False: work->problem or sql_problem tells.
 */
bool demo_outcomes_make(struct demo_outcomes *outcomes);

#endif
