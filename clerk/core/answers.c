/* SPDX-License-Identifier: Apache-2.0 */
/* Whose time to answer is over. */
#include "answers.h"

#include "domain/disclosures/outcome.h"
#include "lib/base/log.h"

#define LOOK_EVERY_SECONDS 10

void answers_expire(struct answers *answers, struct casework *work, int64_t told_until)
{
	size_t expired = 0;
	bool done;

	if (told_until < answers->looked_at + LOOK_EVERY_SECONDS)
		return;
	answers->looked_at = told_until;
	work->problem = NULL;
	done = sql_begin(work->sql) && outcome_expire(work, told_until, &expired) && sql_commit(work->sql);
	if (!done) {
		duty_complain(&answers->failed, work->problem ? work->problem : sql_problem(work->sql));
		sql_rollback(work->sql);
	} else if (expired) {
		log_line(LOG_INFO_LINE, "%zu facilities let their time to answer pass", expired);
	}
}
