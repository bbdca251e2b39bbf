/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the handlers of the officials' side share: the registry, who asks, what may be seen, and the audit. The dispatcher opens the
 * transaction of every route with an audit name and keeps it only with its row in the audit; handlers never commit.
 */
#ifndef SHANYU_ADMIN_OFFICE_H
#define SHANYU_ADMIN_OFFICE_H

#include "accounts/password.h"
#include "accounts/session.h"
#include "domain/cases/casework.h"
#include "handlers.h"
#include "lib/base/config.h"
#include "lib/web/route.h"
#include "lib/sql/sql.h"
#include "rules/core/permission.h"

struct note_signer;
struct portal;

/* What is to be written into the audit with what the request does. */
struct office_note {
	const char *subject;            /* number of a case, name of an account; "" none */
	struct values *detail;          /* what changed; NULL nothing more to say */
	const char *reason;             /* in the words of who did it; "" none */
};

struct office {
	struct program program;
	const struct config *config;
	struct arena *arena;            /* lives as long as the worker */
	const char *version;            /* of templates, styles and scripts */
	struct key_file *contact_key;   /* in memory only while something is sealed or opened */
	uint8_t *account_key;           /* in guarded memory */
	struct note_signer *receipt_signer;     /* of time stamps: cases split here get theirs; NULL none */
	struct note_signer *log_signer;         /* of the publication log; NULL: nothing can be published from here */
	struct password_list common_passwords;
	struct portal *finder;          /* finds facilities in the published edition: see admin/core/sought.h */
	struct sql *sql;                /* the registry; NULL while it cannot be opened */

	/* Of the request under way; made anew by office_forget and filled by office_admit. */
	struct accounts accounts;       /* ready to use */
	struct account_rules rules;     /* of signing in, as they are today */
	struct values *session;         /* columns of session_find; NULL: nobody is signed in */
	struct verb_set verbs;          /* of all its roles together */
	const char *csrf;               /* what every form of this session carries; "" without a session */
	struct casework work;           /* ready to use */
	struct office_note note;
	const char *refusal;            /* why nothing was begun: verb, form; NULL: what was refused is the step itself */
	bool writing;                   /* a transaction is open */
	bool keep;                      /* commit, whatever the outcome: a failed attempt to sign in is to be remembered */
};

static inline struct office *office_of(const struct request *request)
{
	return ((struct program *)request->program)->state;
}

/* Read the configuration and what is the same for all requests. False: one line in *problem. */
bool office_set_up(struct office *office, const char *config_path, const char **problem);

/* The program's hooks: see lib/web/route.h. */
const char *office_verb_name(int who);
void office_forget(struct request *request);
enum outcome office_admit(struct request *request);
extern const struct form office_every_post;
enum outcome office_guard(struct request *request, const struct form_result *carried);
enum outcome office_begin(struct request *request);
enum outcome office_finish(struct request *request, enum outcome outcome);
void office_refused(struct request *request, enum outcome outcome);
void office_globals(struct request *request, struct page *page);

/*
 * Open the transaction now. Only handlers of WHO_ANYONE routes call it: they think (hash a password) first and write after; for all
 * others it is open. False: BROKEN is the outcome.
 */
bool office_write(struct request *request);

/* Give the transaction back before anything is written in it: hashing a password takes its time. office_write opens it again. */
void office_pause(struct request *request);

/* What the audit's row says. Later calls replace earlier ones. */
void office_note(struct request *request, const char *subject, struct values *detail, const char *reason);

/* Whether the sign-in is complete: password and one-time code. */
bool office_is_signed_in(const struct office *office);

/* Whether who asks has this verb; without a complete sign-in nobody has any. */
bool office_may(const struct request *request, enum verb verb);

/* Name and full name of the account that asks, "" when nobody is signed in. */
const char *office_name(const struct request *request);
const char *office_full_name(const struct request *request);

/* Whether it sees anything at all: who does not has no verb but VERB_OWN. */
bool office_sees(const struct request *request);

/*
 * Parameters for a query that reads cases, to put more into: scope_account, whose rows of account_scope say which are seen, and own_department,
 * for which who asks works. Both come from the session alone. A query on cases without them is a fault.
 */
struct values *office_parameters(const struct request *request);

/* The one row of a query, PAGE in *outcome; NULL: MISSING when there is none within the scope of the parameters, else BROKEN. */
struct values *office_row(struct request *request, const struct query *query, const struct values *parameters, enum outcome *outcome);

/* The query failed: logged under the request's id. BROKEN. */
enum outcome office_broken(struct request *request);

/* After a change: to this page, which says so (?done=word). MOVED. */
enum outcome office_go(struct request *request, const char *path, const char *done);

#endif
