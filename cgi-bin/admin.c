/* SPDX-License-Identifier: Apache-2.0 */
/*
 * admin: the officials' side, the only program people log in to. It works on the registry, opens reporters' contact data for those who
 * may, and publishes what was approved. It holds no key that opens envelopes.
 */
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "admin/core/sought.h"
#include "admin/core/duty.h"
#include "admin/core/office.h"
#include "admin/core/who.h"
#include "lib/seal/confine.h"
#include "lib/web/serve.h"
#include "lib/base/start.h"
#include "lib/paper/workbook.h"

/* Every URL of the office: who may, and under which name the audit records it. */
static const struct route admin_routes[] = {
	/* The day, and the way to a case by its number. */
	{ METHOD_GET, "/healthz", WHO_ANYONE, NULL, office_health, NULL },
	{ METHOD_GET, "/", VERB_OWN, NULL, day_show, NULL },
	{ METHOD_GET, "/day/{part:code}", VERB_CASE_READ, &day_list_form, day_list, NULL },
	{ METHOD_GET, "/jump", VERB_CASE_READ, &listing_jump_form, jump_go, NULL },
	/* Lists of cases, and what is done to several at once. Who talks to the reporter has cases in hand, and may give them on. */
	{ METHOD_GET, "/cases", VERB_CASE_READ, &case_list_form, cases_show, NULL },
	{ METHOD_POST, "/cases/assign", VERB_CASE_MESSAGE, &cases_give_form, cases_give, "case.assign" },
	{ METHOD_POST, "/cases/assign/undo", VERB_CASE_MESSAGE, &cases_give_undo_form, cases_give_undo, "case.assign.undo" },
	{ METHOD_POST, "/cases/take", VERB_CASE_HANDLE, &cases_some_form, cases_take, "case.take" },
	{ METHOD_POST, "/cases/read", VERB_CASE_MESSAGE, &cases_some_form, cases_read, "case.messages.read" },
	{ METHOD_POST, "/cases/saved", VERB_CASE_READ, &listing_kept_form, cases_keep, "list.save" },
	{ METHOD_POST, "/cases/saved/remove", VERB_CASE_READ, &listing_kept_form, cases_let_go, "list.remove" },
	{ METHOD_GET, "/cases.xlsx", VERB_CASE_EXPORT, &case_list_form, cases_export, "case.export" },
	/* One case. */
	{ METHOD_POST, "/cases/begin", VERB_CASE_READ, &case_begin_form, case_begin, "case.begin" },
	{ METHOD_GET, "/cases/{number:code}", VERB_CASE_READ, &case_show_form, case_show, NULL },
	{ METHOD_GET, "/cases/{number:code}/print", VERB_CASE_READ, NULL, case_print, "case.print" },
	{ METHOD_GET, "/cases/{number:code}/files/{position:number}", VERB_CASE_READ, NULL, case_file_show, "case.file" },
	{ METHOD_POST, "/cases/{number:code}/attach", VERB_FILE_ATTACH, &attach_form, case_attach_send, "case.attach" },
	{ METHOD_POST, "/cases/{number:code}/attachment-withdraw", VERB_FILE_ATTACH, &attachment_withdraw_form, case_attachment_withdraw_send, "case.attachment_withdraw" },
	{ METHOD_POST, "/cases/{number:code}/attachment-undo", VERB_FILE_ATTACH, &attachment_undo_form, case_attachment_undo_send, "case.attachment_undo" },
	{ METHOD_GET, "/cases/{number:code}/attachments/{position:number}", VERB_CASE_READ, NULL, case_attachment_show, "case.attachment" },
	{ METHOD_GET, "/cases/{number:code}/attachments/{position:number}/preview", VERB_CASE_READ, NULL, case_attachment_preview, "case.attachment_preview" },
	{ METHOD_POST, "/cases/{number:code}/identity", VERB_CASE_IDENTITY, &case_identity_form, case_identity_show, "case.identity" },
	{ METHOD_POST, "/cases/{number:code}/triage", VERB_CASE_TRIAGE, &case_triage_form, case_triage_send, "case.triage" },
	{ METHOD_POST, "/cases/{number:code}/accept", VERB_CASE_TRIAGE, &case_accept_form, case_accept_send, "case.accept" },
	{ METHOD_POST, "/cases/{number:code}/reject", VERB_CASE_TRIAGE, &case_reject_form, case_reject_send, "case.reject" },
	{ METHOD_POST, "/cases/{number:code}/transfer", VERB_CASE_TRIAGE, &case_transfer_form, case_transfer_send, "case.transfer" },
	{ METHOD_POST, "/cases/{number:code}/split", VERB_CASE_TRIAGE, &case_split_form, case_split_send, "case.split" },
	{ METHOD_POST, "/cases/{number:code}/merge", VERB_CASE_TRIAGE, &case_merge_form, case_merge_send, "case.merge" },
	{ METHOD_POST, "/cases/{number:code}/reopen", VERB_CASE_TRIAGE, &case_reopen_form, case_reopen_send, "case.reopen" },
	{ METHOD_POST, "/cases/{number:code}/overrule", VERB_CASE_DECIDE, &case_reopen_form, case_overrule_send, "case.overrule" },
	{ METHOD_POST, "/cases/{number:code}/dispatch", VERB_CASE_DISPATCH, &case_dispatch_form, case_dispatch_send, "case.dispatch" },
	{ METHOD_POST, "/cases/{number:code}/redispatch", VERB_CASE_DECIDE, &case_redispatch_form, case_redispatch_send, "case.redispatch" },
	{ METHOD_POST, "/cases/{number:code}/recall", VERB_CASE_DISPATCH, &case_recall_form, case_recall_send, "case.recall" },
	{ METHOD_POST, "/cases/{number:code}/take", VERB_CASE_HANDLE, &case_take_form, case_take_send, "case.take" },
	{ METHOD_POST, "/cases/{number:code}/return", VERB_CASE_HANDLE, &case_return_form, case_return_send, "case.return" },
	{ METHOD_POST, "/cases/{number:code}/assign", VERB_CASE_HANDLE, &case_assign_form, case_assign_send, "case.assign" },
	{ METHOD_POST, "/cases/{number:code}/reply", VERB_CASE_HANDLE, &case_reply_form, case_reply_send, "case.reply" },
	{ METHOD_POST, "/cases/{number:code}/ask", VERB_CASE_HANDLE, &case_ask_form, case_ask_send, "case.ask" },
	{ METHOD_POST, "/cases/{number:code}/decide", VERB_CASE_DECIDE, &case_decide_form, case_decide_send, "case.decide" },
	{ METHOD_POST, "/cases/{number:code}/resume", VERB_CASE_HANDLE, &case_resume_form, case_resume_send, "case.resume" },
	{ METHOD_POST, "/cases/{number:code}/close", VERB_CASE_TRIAGE, &case_close_form, case_close_send, "case.close" },
	{ METHOD_POST, "/cases/{number:code}/review", VERB_CASE_DECIDE, &case_review_form, case_review_send, "case.review" },
	{ METHOD_POST, "/cases/{number:code}/archive", VERB_CASE_TRIAGE, &case_archive_form, case_archive_send, "case.archive" },
	{ METHOD_POST, "/cases/{number:code}/message", VERB_CASE_MESSAGE, &case_message_form, case_message_send, "case.message" },
	{ METHOD_POST, "/cases/{number:code}/note", VERB_CASE_NOTE, &case_note_form, case_note_send, "case.note" },
	{ METHOD_POST, "/cases/{number:code}/note-undo", VERB_CASE_NOTE, &case_note_undo_form, case_note_undo_send, "case.note_undo" },
	{ METHOD_POST, "/cases/{number:code}/task", VERB_CASE_NOTE, &case_task_form, case_task_send, "case.task" },
	{ METHOD_POST, "/cases/{number:code}/task-done", VERB_CASE_NOTE, &case_task_done_form, case_task_done_send, "case.task_done" },
	{ METHOD_POST, "/cases/{number:code}/supervise", VERB_CASE_DECIDE, &case_supervise_form, case_supervise_send, "case.supervise" },
	{ METHOD_POST, "/cases/{number:code}/hold", VERB_CASE_DECIDE, &case_hold_form, case_hold_send, "case.hold" },
	{ METHOD_POST, "/cases/{number:code}/meeting", VERB_CASE_NOTE, &case_meeting_propose_form, case_meeting_propose_send, "case.meeting" },
	{ METHOD_POST, "/cases/{number:code}/meeting-decide", VERB_CASE_DECIDE, &case_meeting_decide_form, case_meeting_decide_send, "case.meeting_decide" },
	{ METHOD_POST, "/cases/{number:code}/seen", VERB_CASE_NOTE, &case_seen_form, case_seen_send, "case.seen" },
	/* What a finding becomes in public. */
	{ METHOD_GET, "/outcomes", VERB_CASE_READ, &outcome_list_form, outcomes_list, NULL },
	{ METHOD_POST, "/outcomes/saved", VERB_CASE_READ, &listing_kept_form, outcomes_keep, "list.save" },
	{ METHOD_POST, "/outcomes/saved/remove", VERB_CASE_READ, &listing_kept_form, outcomes_let_go, "list.remove" },
	{ METHOD_GET, "/outcomes.xlsx", VERB_CASE_EXPORT, &outcome_list_form, outcomes_export, "outcome.export" },
	{ METHOD_GET, "/outcomes/{code:code}", VERB_CASE_READ, &outcome_show_form, outcomes_show, NULL },
	{ METHOD_POST, "/outcomes/{code:code}/edit", VERB_OUTCOME_PREPARE, &outcome_edit_form, outcomes_edit, "outcome.edit" },
	{ METHOD_POST, "/outcomes/{code:code}/answer", VERB_OUTCOME_PREPARE, &outcome_answer_form, outcomes_answer, "outcome.answer" },
	{ METHOD_POST, "/outcomes/{code:code}/back", VERB_OUTCOME_PREPARE, &outcome_reason_form, outcomes_back, "outcome.back" },
	{ METHOD_POST, "/outcomes/{code:code}/correct", VERB_OUTCOME_PREPARE, &outcome_reason_form, outcomes_correct, "outcome.correct" },
	{ METHOD_POST, "/outcomes/{code:code}/approve", VERB_OUTCOME_APPROVE, &outcome_approve_form, outcomes_approve, "outcome.approve" },
	{ METHOD_POST, "/outcomes/{code:code}/return", VERB_OUTCOME_APPROVE, &outcome_reason_form, outcomes_return, "outcome.return" },
	{ METHOD_POST, "/outcomes/{code:code}/drop", VERB_OUTCOME_APPROVE, &outcome_reason_form, outcomes_drop, "outcome.drop" },
	{ METHOD_POST, "/outcomes/{code:code}/withdraw", VERB_OUTCOME_APPROVE, &outcome_reason_form, outcomes_withdraw, "outcome.withdraw" },
	{ METHOD_POST, "/outcomes/{code:code}/stand-in-approve", VERB_OUTCOME_STAND_IN, &outcome_approve_form, outcomes_stand_in_approve, "outcome.stand_in_approve" },
	{ METHOD_POST, "/outcomes/{code:code}/stand-in-withdraw", VERB_OUTCOME_STAND_IN, &outcome_reason_form, outcomes_stand_in_withdraw, "outcome.stand_in_withdraw" },
	{ METHOD_POST, "/outcomes/{code:code}/attach", VERB_FILE_ATTACH, &attach_form, outcome_attach_send, "outcome.attach" },
	{ METHOD_POST, "/outcomes/{code:code}/attachment-withdraw", VERB_FILE_ATTACH, &attachment_withdraw_form, outcome_attachment_withdraw_send, "outcome.attachment_withdraw" },
	{ METHOD_POST, "/outcomes/{code:code}/attachment-undo", VERB_FILE_ATTACH, &attachment_undo_form, outcome_attachment_undo_send, "outcome.attachment_undo" },
	{ METHOD_GET, "/outcomes/{code:code}/attachments/{position:number}", VERB_CASE_READ, NULL, outcome_attachment_show, "outcome.attachment" },
	{ METHOD_GET, "/outcomes/{code:code}/attachments/{position:number}/preview", VERB_CASE_READ, NULL, outcome_attachment_preview, "outcome.attachment_preview" },
	/* Figures. */
	{ METHOD_GET, "/numbers", VERB_NUMBERS_READ, &numbers_form, numbers_show, NULL },
	{ METHOD_GET, "/numbers.xlsx", VERB_CASE_EXPORT, &numbers_form, numbers_export, "numbers.export" },
	/* The office's own data. */
	{ METHOD_GET, "/routing", VERB_ROUTING_EDIT, &routing_try_form, routing_show, NULL },
	{ METHOD_GET, "/routing/{code:code}", VERB_ROUTING_EDIT, NULL, routing_rule_show, NULL },
	{ METHOD_POST, "/routing/{code:code}", VERB_ROUTING_EDIT, &routing_form, routing_rule_save, "routing.save" },
	{ METHOD_GET, "/reply-templates", VERB_TEMPLATE_EDIT, &reply_template_list_form, reply_template_list, NULL },
	{ METHOD_GET, "/reply-templates/{code:code}", VERB_TEMPLATE_EDIT, NULL, reply_template_show, NULL },
	{ METHOD_POST, "/reply-templates/{code:code}", VERB_TEMPLATE_EDIT, &reply_template_form, reply_template_save, "reply_template.save" },
	/* Signing in, step by step. */
	{ METHOD_GET, "/login", WHO_ANYONE, &login_query, login_show, NULL },
	{ METHOD_POST, "/login", WHO_ANYONE, &login_form, login_try, "sign_in.password" },
	{ METHOD_GET, "/login/password", WHO_ANYONE, NULL, login_password_show, NULL },
	{ METHOD_POST, "/login/password", WHO_ANYONE, &login_password_form, login_password_set, "sign_in.own_password" },
	{ METHOD_GET, "/login/enrol", WHO_ANYONE, NULL, login_enrol_show, NULL },
	{ METHOD_POST, "/login/enrol", WHO_ANYONE, &login_enrol_form, login_enrol_set, "sign_in.enrol" },
	{ METHOD_GET, "/login/code", WHO_ANYONE, &login_code_query, login_code_show, NULL },
	{ METHOD_POST, "/login/code", WHO_ANYONE, &login_code_form, login_code_try, "sign_in.code" },
	{ METHOD_POST, "/logout", WHO_ANYONE, NULL, logout_run, "sign_in.end" },
	/* One's own account. */
	{ METHOD_GET, "/account", VERB_OWN, &account_query, account_show, NULL },
	{ METHOD_POST, "/account/sessions", VERB_OWN, &account_session_form, account_session_end, "account.session_end" },
	{ METHOD_GET, "/account/password", VERB_OWN, NULL, account_password_show, NULL },
	{ METHOD_POST, "/account/password", VERB_OWN, &account_password_form, account_password_set, "account.password" },
	{ METHOD_GET, "/account/enrol", VERB_OWN, NULL, account_enrol_show, NULL },
	{ METHOD_POST, "/account/enrol", VERB_OWN, &account_enrol_form, account_enrol_set, "account.enrol" },
	{ METHOD_GET, "/account/recovery", VERB_OWN, NULL, account_recovery_show, NULL },
	{ METHOD_POST, "/account/recovery", VERB_OWN, &account_recovery_form, account_recovery_make, "account.recovery_codes" },
	/* Everybody's accounts, what roles may, and the audit. */
	{ METHOD_GET, "/users", VERB_ACCOUNT_MANAGE, &users_query, users_show, NULL },
	{ METHOD_GET, "/new-user", VERB_ACCOUNT_MANAGE, NULL, user_new, NULL },
	{ METHOD_POST, "/new-user", VERB_ACCOUNT_MANAGE, &user_form, user_add, "account.add" },
	{ METHOD_GET, "/users/{name:code}", VERB_ACCOUNT_MANAGE, &users_query, user_show, NULL },
	{ METHOD_POST, "/users/{name:code}", VERB_ACCOUNT_MANAGE, &user_change_form, user_change, "account.change" },
	{ METHOD_POST, "/users/{name:code}/disable", VERB_ACCOUNT_MANAGE, &user_disable_form, user_disable, "account.disable" },
	{ METHOD_POST, "/users/{name:code}/enable", VERB_ACCOUNT_MANAGE, &user_reason_form, user_enable, "account.enable" },
	{ METHOD_POST, "/users/{name:code}/reset", VERB_ACCOUNT_MANAGE, &user_reset_form, user_reset, "account.reset" },
	{ METHOD_GET, "/roles", VERB_OWN, NULL, roles_show, NULL },
	{ METHOD_GET, "/audit", VERB_AUDIT_READ, &audit_query, audit_show, NULL },
	{ METHOD_GET, "/audit.csv", VERB_AUDIT_READ, &audit_query, audit_csv, "audit.export" },
	{ METHOD_GET, "/audit.xlsx", VERB_AUDIT_READ, &audit_query, audit_xlsx, "audit.export" },
	{ 0 },
};

/* The folder that a file lies in. */
static const char *folder_of(const char *path, struct arena *arena)
{
	const char *slash = strrchr(path, '/');

	return slash ? arena_text(arena, path, (size_t)(slash - path) + 1) : ".";
}

/* It works on the registry: its file with the journal beside it, or its server. Keys are open already. */
static bool fence(const struct office *office, bool tell, const char **problem)
{
	bool server = sql_is_server(office->config->registry);
	const struct confine_path paths[] = {
		/* What speaks to a server reads certificates, passwords and names of machines wherever they were put. */
		{ server ? "/" : folder_of(office->config->registry, office->arena), server ? CONFINE_MAY_READ : CONFINE_MAY_CHANGE },
		{ office->config->templates, CONFINE_MAY_READ },
		{ office->config->district, CONFINE_MAY_READ },
		{ WORKBOOK_FOLDER, CONFINE_MAY_CHANGE },
		{ sought_folder(office), CONFINE_MAY_READ },
		{ NULL, CONFINE_MAY_READ },
	};
	const struct confinement fences = {
		.to = server ? CONFINE_TO_OFFICE_WITH_SERVER : CONFINE_TO_OFFICE,
		.paths = paths,
		.alone = !server,
		.tell = tell,
	};

	return confine_behind(&fences, office->arena, problem);
}

/* Libraries that are loaded to speak to a server cannot be loaded once the fences stand. */
static bool set_up(struct office *office, const char *config_path, const char **problem)
{
	if (!office_set_up(office, config_path, problem))
		return false;
	sought_set_up(office);
	if (sql_is_server(office->config->registry))
		office_open(office, office->arena);
	return true;
}

int main(int count, char **words)
{
	struct office office = { .arena = arena_new((size_t)8 * 1024 * 1024), .program = { .routes = admin_routes, .who_name = office_verb_name } };
	const char *problem = "";
	struct start start;

	if (sodium_init() < 0 || !start_read(count, words, &start)) {
		fputs("usage: admin [--routes | [--check] [--config FILE]], as a FastCGI or CGI program\n", stderr);
		return 2;
	}
	if (start.routes) {
		routes_print(&office.program);
		return 0;
	}
	if (!set_up(&office, start.config, &problem) || !fence(&office, start.check, &problem)) {
		fprintf(stderr, "admin: %s\n", problem);
		return 1;
	}
	return start.check ? 0 : serve_with_duty(&office.program, route_answer, &office_duty);
}
