/* SPDX-License-Identifier: Apache-2.0 */
/* Who asks: the session behind the cookie, what its account may do and see, and whether a form is one of ours. */
#include <sodium.h>
#include <string.h>

#include "accounts.h"
#include "lib/web/origin.h"
#include "office.h"
#include "who.h"

#define CSRF_SIZE 32

static const struct field every_post_fields[] = {
	{ "csrf", FIELD_TEXT, OPTIONAL, 1, 100, NULL },
	{ 0 },
};
const struct form office_every_post = { every_post_fields };

bool office_is_signed_in(const struct office *office)
{
	return office->session && strcmp(values_text(office->session, "stage"), "FULL") == 0;
}

bool office_sees(const struct request *request)
{
	const struct office *office = office_of(request);

	return office->session && values_say(office->session, "scope");
}

bool office_may(const struct request *request, enum verb verb)
{
	const struct office *office = office_of(request);

	return office_is_signed_in(office) && verb_set_has(&office->verbs, verb) && (verb == VERB_OWN || office_sees(request));
}

const char *office_name(const struct request *request)
{
	const struct office *office = office_of(request);

	return office->session ? values_text(office->session, "name") : "";
}

const char *office_full_name(const struct request *request)
{
	const struct office *office = office_of(request);

	return office->session ? values_text(office->session, "full_name") : "";
}

struct values *office_parameters(const struct request *request)
{
	const struct office *office = office_of(request);
	struct values *parameters = values_new(request->arena);

	values_put_text(parameters, "scope_account", office_is_signed_in(office) ? office_name(request) : "");
	values_put_text(parameters, "own_department", office->session ? values_text(office->session, "department") : "");
	return parameters;
}

/* A token that only pages of this session know: derived from the cookie's, which no script and no other site can read. */
static const char *csrf_of(const char *token, struct arena *arena)
{
	static const char label[crypto_generichash_blake2b_PERSONALBYTES] = "shanyu.csrf";
	uint8_t hash[CSRF_SIZE];
	char text[2 * CSRF_SIZE + 1];

	if (!*token)
		return "";
	crypto_generichash_blake2b_salt_personal(hash, sizeof hash, (const uint8_t *)token, strlen(token), NULL, 0, NULL, (const uint8_t *)label);
	sodium_bin2hex(text, sizeof text, hash, sizeof hash);
	return arena_copy(arena, text);
}

void office_forget(struct request *request)
{
	struct office *office = office_of(request);

	office->session = NULL;
	office->verbs = (struct verb_set){ { 0 } };
	office->csrf = "";
	office->note = (struct office_note){ 0 };
	office->refusal = NULL;
	office->writing = office->keep = false;
	office->accounts = (struct accounts){ .sql = office->sql, .arena = request->arena, .now = request->now, .key = office->account_key,
		.problem = "" };
	office->work = (struct casework){ .sql = office->sql, .contact_key = office->contact_key, .signer = office->receipt_signer, .arena = request->arena, .now = request->now,
		.problem = "" };
}

bool office_take_session(struct request *request, const char *token)
{
	struct office *office = office_of(request);
	enum account_answer answer;

	if (!account_rules_read(&office->accounts, &office->rules))
		return false;
	office->session = *token ? session_find(&office->accounts, &office->rules, token, &answer) : NULL;
	if (!office->session)
		return !*token || answer != ACCOUNT_FAILED;
	office->csrf = csrf_of(token, request->arena);
	office->verbs = permission_of(values_text(office->session, "role"));
	return true;
}

/*
 * That a session is used is noted once in a while, in a transaction of its own, and only when nobody else writes just then: no page waits
 * for it or fails by it. The next page notes it.
 */
static void note_use(struct office *office)
{
	if (!session_stale(&office->accounts, office->session))
		return;
	if (!sql_begin_at_once(office->sql) || session_seen(&office->accounts, office->session) == ACCOUNT_FAILED ||
	    !sql_commit(office->sql))
		sql_rollback(office->sql);
	sql_forget_problem(office->sql);
	office->accounts.problem = "";
}

/* Where one signs in, and comes back to what was asked for. */
static enum outcome lead_to_sign_in(struct request *request)
{
	const char *target = request_variable(request, "REQUEST_URI");

	request->response.location = "/login";
	if (office_of(request)->session)
		request->response.location = "/login/code";
	else if (request->method == METHOD_GET && strcmp(request->path, "/") != 0 && request_is_own_path(target))
		request->response.location = arena_format(request->arena, "/login?next=%s", request_escaped(target, request->arena));
	return SIGN_IN;
}

/* Before anything was begun. */
static enum outcome refuse(struct office *office, const char *why)
{
	office->refusal = why;
	return DENIED;
}

enum outcome office_admit(struct request *request)
{
	struct office *office = office_of(request);
	/* What is not there is for nobody, but only who is signed in is told so. */
	int who = request->route ? request->route->who : VERB_OWN;

	if (!office_open(office, request->arena))
		return BUSY;
	office->accounts.sql = office->work.sql = office->sql;
	if (!office_take_session(request, request_cookie(request, WHO_COOKIE)))
		return office_broken(request);
	if (office->session)
		note_use(office);
	if (who == WHO_ANYONE)
		return PAGE;
	if (!office_is_signed_in(office))
		return lead_to_sign_in(request);
	return office_may(request, (enum verb)who) ? PAGE : refuse(office, "verb");
}

enum outcome office_guard(struct request *request, const struct form_result *carried)
{
	struct office *office = office_of(request);
	const char *given = carried ? values_text(carried->values, "csrf") : "";
	enum origin origin = origin_of(request, office->config);

	if (origin == ORIGIN_OTHER)
		return refuse(office, "form");
	/* Signing in has no session yet: there the browser itself must say where the form came from. */
	if (!office->session)
		return origin == ORIGIN_OWN ? PAGE : refuse(office, "form");
	if (strlen(given) == strlen(office->csrf) && sodium_memcmp(given, office->csrf, strlen(given)) == 0)
		return PAGE;
	return refuse(office, "form");
}
