/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The same done with several rows of a list. What can be done is done, of the rest it is said why not; each row has one of its own in the audit, and
 * all of it is one transaction. The page lists both, and leads back to the list as it was.
 */
#ifndef SHANYU_ADMIN_LISTING_BULK_H
#define SHANYU_ADMIN_LISTING_BULK_H

#include "listing.h"

struct bulk;

struct bulk_kind {
	const struct office_list *of;
	const char *key;                /* the field with the rows' keys, and the parameter of `brief` */
	const char *section;            /* of admin/bulk.tpl: what was done */
	const struct query *brief;      /* a row by its key, within the scope; shown are facility_name and the key */
	const char *audit_word;         /* of what every row's audit says besides, before and after; NULL: nothing */
	/* Does it with one row, which is in the scope; *before is how it was, for undoing and the audit. */
	enum case_answer (*act)(struct bulk *bulk, const char *key, const struct values *brief, const char **before);
	/* Why it was not done, as a section of the page. */
	const char *(*refusal)(const struct bulk *bulk, enum case_answer answer, const struct values *brief);
	bool (*bind)(struct bulk *bulk);        /* more of the page; NULL nothing. False: the query failed */
};

struct bulk {
	const struct bulk_kind *kind;
	struct request *request;
	struct page *page;
	const char *to;                 /* to whom or what; NULL: nothing of the kind is chosen */
	const char *back_to;            /* undoing: how the row that is looked at was */
	int64_t done, refused;
};

/*
 * Answer a form with the rows' keys (FIELD_CODES, up to a page of them), and query: the list as it was. before: undoing, how each was, - for "".
 */
enum outcome bulk_run(struct request *request, const struct bulk_kind *kind, const char *to);

#endif
