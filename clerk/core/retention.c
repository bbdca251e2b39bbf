/* SPDX-License-Identifier: Apache-2.0 */
/* Erasing what was kept for its time. */
#include "retention.h"

#include <retention.h> /* the pack */

#include <errno.h>
#include <string.h>

#include "audit/audit.h"
#include "lib/base/calendar.h"
#include "lib/base/clock.h"
#include "rules/core/retention.h"

#define LOOK_EVERY_NANOSECONDS 60000000000LL
/* Of evidence, up to 1 MiB each. */
#define PARTS_AT_ONCE 8
#define ASIDE_AT_ONCE 50

enum erasing { ERASE_NOTHING, ERASE_SOME, ERASE_FAILED };

/* A duty's one step. */
struct erasure {
	struct casework *work;
	struct aside *aside;
	int64_t before; /* what ended before that */
};

static bool run(struct casework *work, const struct query *query, const struct values *values)
{
	return casework_do(work, query, values);
}

/* Since when what ended is to be erased. False without such a rule: then it is kept. */
static bool kept_until(struct casework *work, const char *key, int64_t *before)
{
	struct values *asked = values_new(work->arena), *rule;

	values_put_text(asked, "key", key);
	values_put_text(asked, "day", calendar_day_text(work->arena, calendar_day_of(work->now, CALENDAR_CHINA)));
	if (sql_row(work->sql, &Q_retention_rule, asked, work->arena, &rule) == SQL_FOUND)
		return retention_before(values_real(rule, "value"), values_text(rule, "unit"), work->now, before);
	if (sql_failed(work->sql))
		casework_failed(work);
	return false;
}

/* The first that is due, NULL when none is (or work->problem). */
static struct values *due(struct casework *work, const struct query *query, int64_t before)
{
	struct values *asked = values_new(work->arena), *row = NULL;

	values_put_integer(asked, "before", before);
	if (sql_row(work->sql, query, asked, work->arena, &row) == SQL_FAILED)
		casework_failed(work);
	return row;
}

/* The row of the audit, for one thing or, without a subject, for so many. */
static bool note_some(struct casework *work, const char *action, const char *subject, const char *rule, size_t count)
{
	struct values *detail = values_new(work->arena);
	struct audit_row row = { .account = "", .role = "clerk", .action = action, .subject = subject, .detail = detail, .reason = "",
				 .request_id = "" };

	values_put_text(detail, "rule", rule);
	if (!*subject)
		values_put_integer(detail, "count", (int64_t)count);
	return audit_append(work->sql, work->arena, work->now, &row, &work->problem);
}

static bool note(struct casework *work, const char *action, const char *subject, const char *rule)
{
	return note_some(work, action, subject, rule, 1);
}

/* What was said in the audit of a case, an outcome or an account as reason. */
static bool erase_reasons(struct casework *work, const char *subject)
{
	struct values *asked = values_new(work->arena);

	values_put_text(asked, "subject", subject);
	return run(work, &Q_retention_reason_erase, asked);
}

/* What is told of an erased case in words, by a query of the case's number each. */
static bool erase_case(struct casework *work, struct values *one)
{
	static const struct query *const queries[] = { &Q_retention_attachment_erase, &Q_retention_note_erase,	    &Q_retention_task_erase,	 &Q_retention_reminder_erase,
						       &Q_retention_day_erase,	    &Q_retention_request_erase,	 &Q_retention_step_erase,
						       &Q_retention_finding_erase,  &Q_retention_rating_erase,	 &Q_retention_dispatch_erase,
						       &Q_retention_meeting_erase,  &Q_retention_mark_erase,	 &Q_retention_deadline_erase,
						       &Q_retention_draft_erase,
						       &Q_retention_outcome_step_erase, &Q_retention_outcome_erase, &Q_retention_case_erase };

	values_put_integer(one, "now", work->now);
	for (size_t i = 0; i < sizeof queries / sizeof *queries; i++)
		if (!run(work, queries[i], one))
			return false;
	return erase_reasons(work, values_text(one, "number")) && note(work, "case.erase", values_text(one, "number"), "case.kept_years");
}

/* The mailbox says so first: after that nobody can seal it anew. */
static bool erase_receipt(struct casework *work, struct values *receipt)
{
	struct rows numbers;

	values_put_integer(receipt, "now", work->now);
	values_put_blob(receipt, "nothing", "", 0);
	if (!mailbox_end(work, values_text(receipt, "lookup")) ||
	    !casework_rows(work, &Q_retention_numbers, "lookup", values_text(receipt, "lookup"), &numbers))
		return false;
	for (size_t i = 0; i < numbers.count; i++)
		if (!erase_case(work, &numbers.at[i]))
			return false;
	return run(work, &Q_retention_file_erase, receipt) && run(work, &Q_retention_contact_erase, receipt) &&
	       run(work, &Q_retention_message_erase, receipt) && run(work, &Q_retention_receipt_erase, receipt);
}

/* Parts go first, some at a time. */
static bool erase_parts(struct casework *work, const struct query *some, const struct query *erase, struct values *of, size_t *erased)
{
	struct rows parts;

	values_put_integer(of, "most", PARTS_AT_ONCE);
	if (!sql_list(work->sql, some, of, work->arena, PARTS_AT_ONCE, &parts))
		return casework_failed(work);
	for (size_t i = 0; i < parts.count; i++)
		if (!run(work, erase, &parts.at[i]))
			return false;
	*erased = parts.count;
	return true;
}

/* Of evidence, then of what officials attached. */
static bool erase_parts_of_receipt(struct casework *work, const struct values *receipt, size_t *erased)
{
	struct values *of = values_new(work->arena);

	values_put_text(of, "lookup", values_text(receipt, "lookup"));
	return erase_parts(work, &Q_retention_part_some, &Q_retention_part_erase, of, erased) &&
	       (*erased || erase_parts(work, &Q_retention_attached_part_some, &Q_retention_attached_part_erase, of, erased));
}

static enum erasing erase_due_receipt(const struct erasure *erasure)
{
	struct casework *work = erasure->work;
	struct values *receipt = due(work, &Q_retention_receipt_due, erasure->before);
	size_t parts = 0;

	if (!receipt)
		return ERASE_NOTHING;
	return erase_parts_of_receipt(work, receipt, &parts) && (parts || erase_receipt(work, receipt)) ? ERASE_SOME : ERASE_FAILED;
}

static enum erasing erase_due_contact(const struct erasure *erasure)
{
	struct casework *work = erasure->work;
	struct values *receipt = due(work, &Q_retention_contact_due, erasure->before);
	struct rows numbers;

	if (!receipt)
		return ERASE_NOTHING;
	if (!casework_rows(work, &Q_retention_numbers, "lookup", values_text(receipt, "lookup"), &numbers) ||
	    !run(work, &Q_retention_contact_erase, receipt))
		return ERASE_FAILED;
	for (size_t i = 0; i < numbers.count; i++)
		if (!note(work, "case.contact_erase", values_text(&numbers.at[i], "number"), "contact.kept_days"))
			return ERASE_FAILED;
	return ERASE_SOME;
}

static enum erasing erase_due_account(const struct erasure *erasure)
{
	struct casework *work = erasure->work;
	struct values *account = due(work, &Q_retention_account_due, erasure->before);

	if (!account)
		return ERASE_NOTHING;
	values_put_integer(account, "now", work->now);
	return run(work, &Q_retention_recovery_erase, account) && run(work, &Q_retention_kept_erase, account) &&
			       run(work, &Q_retention_account_erase, account) && erase_reasons(work, values_text(account, "name")) &&
			       note(work, "account.erase", values_text(account, "name"), "account.kept_years")
		       ? ERASE_SOME
		       : ERASE_FAILED;
}

static enum erasing erase_due_notices(const struct erasure *erasure)
{
	struct casework *work = erasure->work;
	struct values *asked = values_new(work->arena);
	int64_t erased;

	values_put_integer(asked, "before", erasure->before);
	erased = sql_do(work->sql, &Q_retention_notice_erase, asked);
	if (erased < 0)
		casework_failed(work);
	return erased < 0 ? ERASE_FAILED : erased ? ERASE_SOME : ERASE_NOTHING;
}

static bool erase_outcome(struct casework *work, const struct values *one)
{
	static const struct query *const queries[] = { &Q_retention_late_attachment_erase, &Q_retention_late_mark_erase, &Q_retention_late_reminder_erase,
						       &Q_retention_late_day_erase, &Q_retention_late_deadline_erase, &Q_retention_late_draft_erase,
						       &Q_retention_late_step_erase, &Q_retention_late_reason_erase };

	for (size_t i = 0; i < sizeof queries / sizeof *queries; i++)
		if (!run(work, queries[i], one))
			return false;
	return erase_reasons(work, values_text(one, "code")) && note(work, "outcome.erase", values_text(one, "code"), "outcome.kept_years");
}

static enum erasing erase_due_outcome(const struct erasure *erasure)
{
	struct casework *work = erasure->work;
	struct values *one = due(work, &Q_retention_outcome_due, erasure->before);
	size_t parts = 0;

	if (!one)
		return ERASE_NOTHING;
	return erase_parts(work, &Q_retention_outcome_part_some, &Q_retention_attached_part_erase, one, &parts) && (parts || erase_outcome(work, one)) ?
		       ERASE_SOME :
		       ERASE_FAILED;
}

/* One that was withdrawn: what it was called and why it was withdrawn go with it; that it was there, and its hash, stay. */
static enum erasing erase_due_attachment(const struct erasure *erasure)
{
	struct casework *work = erasure->work;
	struct values *one = due(work, &Q_retention_attachment_due, erasure->before);
	size_t parts = 0;

	if (!one)
		return ERASE_NOTHING;
	values_put_integer(one, "now", work->now);
	if (!erase_parts(work, &Q_retention_withdrawn_part_some, &Q_retention_attached_part_erase, one, &parts))
		return ERASE_FAILED;
	return parts || (run(work, &Q_retention_attachment_empty, one) &&
			 note(work, "attachment.erase", values_text(one, "number"), "attachment.withdrawn_days"))
		       ? ERASE_SOME
		       : ERASE_FAILED;
}

/* The file goes before its row: whatever stops it in between, the row says that there is something to erase. */
static bool erase_aside(const struct erasure *erasure, const struct values *one)
{
	struct casework *work = erasure->work;
	const char *name = values_text(one, "name");

	if (!aside_remove(erasure->aside, name)) {
		work->problem = arena_format(work->arena, "envelope %.16s... in %s: %s", name, erasure->aside->path, strerror(errno));
		return false;
	}
	return run(work, &Q_retention_aside_empty, one) && run(work, &Q_retention_aside_erase, one);
}

static enum erasing erase_due_aside(const struct erasure *erasure)
{
	struct casework *work = erasure->work;
	struct values *asked = values_new(work->arena);
	struct rows rows;

	if (erasure->aside->at < 0)
		return ERASE_NOTHING;
	values_put_integer(asked, "before", erasure->before);
	values_put_integer(asked, "most", ASIDE_AT_ONCE);
	if (!sql_list(work->sql, &Q_retention_aside_some, asked, work->arena, ASIDE_AT_ONCE, &rows)) {
		casework_failed(work);
		return ERASE_FAILED;
	}
	if (!rows.count)
		return ERASE_NOTHING;
	for (size_t i = 0; i < rows.count; i++)
		if (!erase_aside(erasure, &rows.at[i]))
			return ERASE_FAILED;
	return note_some(work, "aside.erase", "", "aside.kept_days", rows.count) ? ERASE_SOME : ERASE_FAILED;
}

static const struct {
	const char *rule;
	const struct query *count; /* asked first, without the writer's place */
	enum erasing (*erase)(const struct erasure *erasure);
} duties[] = {
	{ "contact.kept_days", &Q_retention_contact_count, erase_due_contact },
	{ "case.kept_years", &Q_retention_receipt_count, erase_due_receipt },
	{ "outcome.kept_years", &Q_retention_outcome_count, erase_due_outcome },
	{ "attachment.withdrawn_days", &Q_retention_attachment_count, erase_due_attachment },
	{ "account.kept_years", &Q_retention_account_count, erase_due_account },
	{ "aside.kept_days", &Q_retention_aside_count, erase_due_aside },
	{ "notice.kept_days", &Q_retention_notice_count, erase_due_notices },
};

/* One step of one duty. */
static enum erasing step(struct retention *retention, struct casework *work)
{
	for (size_t i = 0; i < sizeof duties / sizeof *duties; i++) {
		struct erasure erasure = { .work = work, .aside = retention->aside };
		enum erasing erasing;
		struct values *count;

		if (!kept_until(work, duties[i].rule, &erasure.before))
			continue;
		count = due(work, duties[i].count, erasure.before);
		if (!count || !values_integer(count, "due"))
			continue;
		if (!sql_begin(work->sql)) {
			casework_failed(work);
			return ERASE_FAILED;
		}
		erasing = duties[i].erase(&erasure);
		if (erasing == ERASE_FAILED || work->problem || !sql_commit(work->sql)) {
			if (!work->problem)
				casework_failed(work);
			sql_rollback(work->sql);
			return ERASE_FAILED;
		}
		if (erasing == ERASE_SOME)
			return ERASE_SOME;
	}
	return work->problem ? ERASE_FAILED : ERASE_NOTHING;
}

/* What lies there without a row: of former versions. From now on it is kept as long as what is set aside today. */
static bool note_found(void *with, const char *name)
{
	struct casework *work = with;
	struct values *row = values_new(work->arena);

	values_put_text(row, "name", name);
	values_put_integer(row, "now", work->now);
	return run(work, &Q_retention_aside_found, row);
}

/* Once after the start, since whatever is set aside later has a row before it lies there. */
static void note_all_found(struct retention *retention, struct casework *work)
{
	if (retention->found || retention->aside->at < 0 || !sql_begin(work->sql))
		return;
	retention->found = aside_each(retention->aside, note_found, work) && sql_commit(work->sql);
	if (!retention->found)
		sql_rollback(work->sql);
}

bool retention_round(struct retention *retention, struct casework *work)
{
	enum erasing erasing;

	if (clock_nanoseconds() < retention->look_at)
		return false;
	work->problem = NULL;
	note_all_found(retention, work);
	erasing = step(retention, work);
	if (erasing == ERASE_FAILED)
		duty_complain(&retention->failed, arena_format(work->arena, "what is due is not erased: %s", work->problem));
	work->problem = NULL;
	if (erasing != ERASE_SOME)
		retention->look_at = clock_nanoseconds() + LOOK_EVERY_NANOSECONDS;
	return erasing == ERASE_SOME;
}
