/* SPDX-License-Identifier: Apache-2.0 */
/* The officials' side before and after a handler: registry, transaction, audit, what every page shows. */
#include "office.h"

#include <string.h>

#include "accounts.h"
#include "assets.h"
#include "attached.h"
#include "audit.h"
#include "audit/audit.h"
#include "audit/refusals.h"
#include "cases.h"
#include "desk.h"
#include "lib/base/file_type.h"
#include "lib/base/json.h"
#include "lib/base/log.h"
#include "lib/sql/migrate.h"
#include "lib/seal/note.h"
#include "publish.h"
#include "registry_migrations.h"
#include "who.h"

/* The tables this program changes; it reads whatever its queries name. */
static const char *const changes[] = {
	"account", "account_role", "account_scope", "attachment", "attachment_part", "audit", "case_contact", "case_dispatch", "case_message", "case_note", "case_request", "case_step", "case_task",
	"cases", "checkpoint", "deadline", "finding", "kept_list", "mailbox", "meeting_item", "outcome", "outcome_mark", "outcome_step", "publication", "published", "rating", "receipt", "recovery_code", "refused_act",
	"reply_template", "routing_rule", "session", "sign_in_source", NULL,
};

const char *office_verb_name(int who)
{
	return permission_verb_code((enum verb)who);
}

bool office_set_up(struct office *office, const char *config_path, const char **problem)
{
	const char *unsigned_because = NULL;

	office->config = config_read(config_path, office->arena, problem);
	office->program.file_types = office->config ? file_types_open(office->arena, problem) : NULL;
	if (!office->program.file_types || !routes_check(&office->program, office->arena, problem) ||
	    !(office->contact_key = key_file_open(office->config->contact_key, office->arena, problem)) ||
	    !(office->account_key = key_read(office->config->account_key, office->arena, problem)) ||
	    !password_list_open(&office->common_passwords, office->config->common_passwords, office->arena, problem))
		return false;
	office->program.templates = templates_load(office->config->templates, NULL, office->arena, problem);
	if (!office->program.templates)
		return false;
	office->receipt_signer = note_signer_read(office->config->receipt_key, office->arena, &unsigned_because);
	if (!office->receipt_signer)
		log_line(LOG_WARNING_LINE, "cases opened here get no time stamps: %s", unsigned_because);
	office->log_signer = note_signer_read(office->config->log_key, office->arena, &unsigned_because);
	if (!office->log_signer)
		log_line(LOG_WARNING_LINE, "nothing can be published from here: %s", unsigned_because);
	office->version = SHANYU_ASSETS;
	office->program.forget = office_forget;
	office->program.admit = office_admit;
	office->program.every_post = &office_every_post;
	office->program.guard = office_guard;
	office->program.begin = office_begin;
	office->program.finish = office_finish;
	office->program.refused = office_refused;
	office->program.globals = office_globals;
	office->program.problem = "admin/problem.tpl";
	office->program.audits = true;
	office->program.state = office;
	return true;
}

bool office_open(struct office *office, struct arena *arena)
{
	static const struct query_pack *const packs[] = { &accounts_pack, &audit_pack, &attached_pack, &cases_pack, &desk_pack, &publish_pack, NULL };
	struct sql_opening opening = { .address = office->config->registry, .mode = SQL_READ_WRITE, .writes = changes };
	const char *problem = "";

	if (office->sql)
		return true;
	office->sql = sql_open(&opening, arena, &problem);
	if (office->sql && migrate_check(office->sql, &registry_migrations, opening.address, arena, &problem) && sql_prepare(office->sql, packs))
		return true;
	log_line(LOG_ERROR_LINE, "%s", office->sql && sql_failed(office->sql) ? sql_problem(office->sql) : problem);
	sql_close(office->sql);
	office->sql = NULL;
	return false;
}

bool office_write(struct request *request)
{
	struct office *office = office_of(request);

	if (!office->writing)
		office->writing = sql_begin(office->sql);
	return office->writing;
}

void office_pause(struct request *request)
{
	struct office *office = office_of(request);

	if (office->writing)
		sql_rollback(office->sql);
	office->writing = false;
}

/* What only reads holds no writer up: its row in the audit is written when it has read. */
enum outcome office_begin(struct request *request)
{
	const struct route *route = request->route;

	if (!route->audit || route->who == WHO_ANYONE || route->method == METHOD_GET || office_write(request))
		return PAGE;
	return BUSY;
}

/* The audit's row of what was done, in the transaction of what was done; before it what was counted of refused acts. */
static bool put_audit(struct request *request)
{
	struct office *office = office_of(request);
	const struct audit_row row = {
		.account = office_name(request),
		.role = office->session ? values_text(office->session, "role") : "",
		.action = request->route->audit,
		.subject = office->note.subject ? office->note.subject : "",
		.detail = office->note.detail,
		.reason = office->note.reason ? office->note.reason : "",
		.request_id = request->id,
	};

	return audit_refusals_close(office->sql, request->arena, request->now, &office->work.problem) &&
	       audit_append(office->sql, request->arena, request->now, &row, &office->work.problem);
}

enum outcome office_finish(struct request *request, enum outcome outcome)
{
	struct office *office = office_of(request);
	bool done = outcome == PAGE || outcome == MOVED || office->keep;

	/* Nobody takes away what was read before it is written down who did. */
	if (done && request->route->audit && request->method == METHOD_GET && !office_write(request))
		return BUSY;
	if (!office->writing)
		return outcome;
	office->writing = false;
	if (done && put_audit(request) && sql_commit(office->sql))
		return outcome;
	if (done)
		office_broken(request);
	sql_rollback(office->sql);
	return done ? BROKEN : outcome;
}

void office_note(struct request *request, const char *subject, struct values *detail, const char *reason)
{
	office_of(request)->note = (struct office_note){ subject, detail, reason };
}

static void show_permissions(const struct request *request, struct page *page)
{
	static const struct { enum verb verb; const char *section; } shown[] = {
		{ VERB_CASE_READ, "may_case_read" },       { VERB_NUMBERS_READ, "may_numbers_read" },   { VERB_ROUTING_EDIT, "may_routing_edit" },
		{ VERB_TEMPLATE_EDIT, "may_template_edit" },
		{ VERB_AUDIT_READ, "may_audit_read" },     { VERB_ACCOUNT_MANAGE, "may_account_manage" },
	};

	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
		if (office_may(request, shown[i].verb))
			page_global_show(page, shown[i].section);
	if (office_may(request, VERB_OUTCOME_PREPARE) || office_may(request, VERB_OUTCOME_APPROVE) || office_may(request, VERB_OUTCOME_STAND_IN))
		page_global_show(page, "may_outcomes");
}

void office_globals(struct request *request, struct page *page)
{
	const struct office *office = office_of(request);
	const struct values *account = office_is_signed_in(office) ? office->session : NULL;
	struct values *district = NULL;

	/* A page of a problem may be made when nothing can be read. */
	if (office->sql)
		sql_row(office->sql, &Q_desk_district, NULL, request->arena, &district);
	page_global_text(page, "district_name", district ? values_text(district, "name") : "");
	page_global_text(page, "demo", district && values_integer(district, "demo") ? "1" : "");
	page_global_text(page, "css_version", office->version);
	page_global_text(page, "host_name", office->config->host_name);
	page_global_text(page, "csrf", office->csrf);
	page_global_text(page, "account_full_name", account ? values_text(account, "full_name") : "");
	page_global_text(page, "account_role_name", account ? values_text(account, "role_name") : "");
	page_global_text(page, "account_department_name", account ? values_text(account, "department_name") : "");
	if (account)
		show_permissions(request, page);
}

struct values *office_row(struct request *request, const struct query *query, const struct values *parameters, enum outcome *outcome)
{
	struct values *row = NULL;

	switch (sql_row(office_of(request)->sql, query, parameters, request->arena, &row)) {
	case SQL_FOUND:
		*outcome = PAGE;
		return row;
	case SQL_NONE:
		*outcome = MISSING;
		return NULL;
	case SQL_FAILED:
		break;
	}
	*outcome = office_broken(request);
	return NULL;
}

enum outcome office_broken(struct request *request)
{
	struct office *office = office_of(request);
	const char *problem = *office->work.problem ? office->work.problem : office->accounts.problem;

	log_line(LOG_ERROR_LINE, "request %s: %s", request->id, *problem ? problem : sql_problem(office->sql));
	return BROKEN;
}

enum outcome office_go(struct request *request, const char *path, const char *done)
{
	request->response.location =
		done && *done ? arena_format(request->arena, "%s%sdone=%s", path, strchr(path, '?') ? "&" : "?", done) : path;
	return MOVED;
}

enum outcome office_health(struct request *request)
{
	buffer_text(request->response.body, "ok\n");
	request->response.content = CONTENT_TEXT;
	return PAGE;
}
