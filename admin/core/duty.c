/* SPDX-License-Identifier: Apache-2.0 */
/* What the office does of itself: saying in public how a published finding stands. */
#include "duty.h"

#include "audit/audit.h"
#include "domain/disclosures/outcome.h"
#include "lib/base/log.h"
#include "office.h"
#include "who.h"

#define EVERY_SECONDS 3
/* Who states it: nobody judged anything, it is how the case stands. */
#define BY "admin"

static bool note(struct casework *work, const struct values *one)
{
	struct values *detail = values_new(work->arena);
	const struct audit_row row = { .account = "", .role = BY, .action = "outcome.review", .subject = values_text(one, "code"),
				       .detail = detail, .reason = "", .request_id = "" };

	values_put_text(detail, "review", values_text(one, "standing"));
	return audit_append(work->sql, work->arena, work->now, &row, &work->problem);
}

static bool say_all(struct casework *work, const struct note_signer *log_signer)
{
	const struct outcome_approval approval = { BY, BY, log_signer, false };
	struct rows unsaid;

	/* Listed anew: another worker may have said it meanwhile. */
	if (!outcome_unsaid(work, &unsaid))
		return false;
	for (size_t i = 0; i < unsaid.count; i++)
		if (outcome_review(work, values_text(&unsaid.at[i], "case_number"), &approval) != CASE_DONE || !note(work, &unsaid.at[i]))
			return false;
	return true;
}

/* While somebody else writes it waits for the next time: no page waits for it. */
static void run(void *program, struct arena *arena, int64_t now)
{
	struct office *office = ((struct program *)program)->state;
	struct casework work = { .arena = arena, .now = now, .problem = "" };
	struct rows unsaid;
	bool fine;

	if (!office_open(office, arena))
		return;
	work.sql = office->sql;
	fine = outcome_unsaid(&work, &unsaid);
	if (fine && unsaid.count && sql_begin_at_once(office->sql)) {
		fine = say_all(&work, office->log_signer) && sql_commit(office->sql);
		if (!fine)
			sql_rollback(office->sql);
	}
	if (!fine)
		log_line(LOG_ERROR_LINE, "how published findings stand is not said: %s", *work.problem ? work.problem : sql_problem(office->sql));
	sql_forget_problem(office->sql);
}

const struct serve_duty office_duty = { EVERY_SECONDS, run };
