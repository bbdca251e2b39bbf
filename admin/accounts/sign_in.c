/* SPDX-License-Identifier: Apache-2.0 */
/* What the steps of signing in share. */
#include "sign_in.h"

#include <string.h>

#include "accounts/password.h"
#include "accounts/recovery.h"
#include "accounts/totp.h"
#include "lib/base/log.h"
#include "admin/core/who.h"

/* Strict: no other site's link or form carries it. */
#define COOKIE_ENDS "; Path=/; Secure; HttpOnly; SameSite=Strict"

const char *sign_in_next(const struct request *request)
{
	const char *next = request->form ? values_text(request->form->values, "next") : "";

	return *next && request_is_own_path(next) ? next : "/";
}

const char *sign_in_with_next(struct request *request, const char *path)
{
	const char *next = sign_in_next(request);

	return strcmp(next, "/") == 0 ? path
				      : arena_format(request->arena, "%s?next=%s", path, request_escaped(next, request->arena));
}

const char *sign_in_step(const struct values *session)
{
	if (strcmp(values_text(session, "state"), "INVITED") == 0)
		return "/login/password";
	return values_say(session, "has_totp") ? "/login/code" : "/login/enrol";
}

enum outcome sign_in_at(struct request *request, const char *step)
{
	const struct office *office = office_of(request);

	if (office->session && !office_is_signed_in(office) && strcmp(sign_in_step(office->session), step) == 0)
		return PAGE;
	request->response.location = !office->session              ? "/login"
				     : office_is_signed_in(office) ? "/"
								   : sign_in_step(office->session);
	return SIGN_IN;
}

enum outcome sign_in_admit(struct request *request, enum slowing_step step, const char *name, char source[SLOWING_SOURCE],
			   int64_t *wait)
{
	struct office *office = office_of(request);

	slowing_source(&office->accounts, step, name, request_variable(request, "REMOTE_ADDR"),
		       request_cookie(request, WHO_DEVICE_COOKIE), source);
	if (sql_begin(office->sql) && slowing_admit(&office->accounts, &office->rules, source, wait) == ACCOUNT_DONE &&
	    sql_commit(office->sql))
		return *wait > 0 ? HELD : PAGE;
	sql_rollback(office->sql);
	return office_broken(request);
}

bool sign_in_code_right(struct request *request, const struct values *account, const char *code, enum account_answer *answer)
{
	struct office *office = office_of(request);

	*answer = recovery_is_code(code) ? recovery_use(&office->accounts, values_text(account, "name"), code)
					 : totp_take(&office->accounts, account, code);
	return *answer == ACCOUNT_DONE;
}

static void put_cookie(struct request *request, const char *cookie)
{
	size_t place = 0;

	while (place + 1 < RESPONSE_COOKIES && request->response.cookies[place])
		place++;
	request->response.cookies[place] = cookie;
}

void sign_in_put_cookie(struct request *request, const char *token)
{
	put_cookie(request, arena_format(request->arena, WHO_COOKIE "=%s" COOKIE_ENDS, token));
}

void sign_in_take_cookie(struct request *request)
{
	put_cookie(request, WHO_COOKIE "=; Max-Age=0" COOKIE_ENDS);
}

void sign_in_put_device(struct request *request, const char *name)
{
	struct office *office = office_of(request);

	put_cookie(request,
		   arena_format(request->arena, WHO_DEVICE_COOKIE "=%s; Max-Age=%lld" COOKIE_ENDS,
				slowing_device(&office->accounts, &office->rules, name), (long long)office->rules.device_seconds));
}

bool sign_in_complete(struct request *request, const char *source)
{
	struct office *office = office_of(request);
	const char *agent = session_agent(request_variable(request, "HTTP_USER_AGENT"), request->arena);
	char token[SESSION_TOKEN];

	if (slowing_forgive(&office->accounts, source) != ACCOUNT_DONE ||
	    session_raise(&office->accounts, &office->rules, office->session, agent, token) != ACCOUNT_DONE)
		return false;
	sign_in_put_cookie(request, token);
	sign_in_put_device(request, values_text(office->session, "name"));
	return true;
}

void sign_in_note(struct request *request, const char *name, bool right, const char *with)
{
	struct values *detail = values_new(request->arena);

	values_put_integer(detail, "right", right);
	values_put_text(detail, "with", with);
	office_note(request, name, detail, "");
	office_of(request)->keep = true;
}

enum outcome sign_in_confirm(struct request *request, bool with_code, int64_t *wait)
{
	struct office *office = office_of(request);
	const struct values *form = request->form->values;
	const char *name = office_name(request);
	enum account_answer answer;
	char source[SLOWING_SOURCE];
	struct values *account;
	enum outcome outcome;
	bool right;

	office_pause(request);
	/* As a code's: who holds a session of another's cannot go on guessing from address after address. */
	outcome = sign_in_admit(request, SLOWING_CODE, name, source, wait);
	if (outcome != PAGE)
		return outcome;
	account = account_find(&office->accounts, name, &answer);
	right = account && password_verify(values_text(account, "password"), values_text(form, "password"));
	if (!account || !office_write(request))
		return office_broken(request);
	if (right)
		answer = account_unchanged(&office->accounts, account);
	right = right && answer == ACCOUNT_DONE;
	if (right && with_code)
		right = sign_in_code_right(request, account, values_text(form, "code"), &answer);
	if (answer == ACCOUNT_FAILED || (right && slowing_forgive(&office->accounts, source) != ACCOUNT_DONE))
		return office_broken(request);
	if (!right)
		sign_in_note(request, name, false, "confirm");
	return right ? PAGE : INVALID;
}

bool sign_in_renew(struct request *request)
{
	struct office *office = office_of(request);
	char token[SESSION_TOKEN];

	if (session_raise(&office->accounts, &office->rules, office->session, values_text(office->session, "agent"), token) !=
		    ACCOUNT_DONE ||
	    !office_take_session(request, token))
		return false;
	sign_in_put_cookie(request, token);
	return true;
}

static const char *verdict_section(enum password_verdict verdict)
{
	static const char *const sections[] = {
		[PASSWORD_FINE] = NULL,           [PASSWORD_SHORT] = "NEW_SHORT", [PASSWORD_LONG] = "NEW_LONG",
		[PASSWORD_COMMON] = "NEW_COMMON", [PASSWORD_OWN] = "NEW_OWN",     [PASSWORD_REPEATED] = "NEW_REPEATED",
	};

	return sections[verdict];
}

const char *sign_in_new_password_fault(struct request *request, const char *stored)
{
	struct office *office = office_of(request);
	const struct values *form = request->form->values;
	const char *password = values_text(form, "new_password"), *problem = "";
	const char *path = arena_format(request->arena, "%s/" PASSWORD_WORDS, office->config->district);
	struct password_policy policy = { .least = (size_t)office->rules.password_least, .list = &office->common_passwords };
	const char *section;

	if (strcmp(password, values_text(form, "again")) != 0)
		return "NEW_DIFFERENT";
	policy.words = password_words(path, office_name(request), office_full_name(request), request->arena, &problem);
	if (!policy.words) {
		log_line(LOG_ERROR_LINE, "request %s: %s", request->id, problem);
		return "NEW_COMMON";
	}
	section = verdict_section(password_judge(&policy, password));
	return section || !stored || !password_verify(stored, password) ? section : "NEW_SAME";
}
