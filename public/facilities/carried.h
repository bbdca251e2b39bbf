/* SPDX-License-Identifier: Apache-2.0 */
/* The question of a list as it goes along on the way from it: to a facility, to the comparison, and back (listing_carried makes the links). */
#ifndef SHANYU_PUBLIC_CARRIED_H
#define SHANYU_PUBLIC_CARRIED_H

#include "listing.h"
#include "offer.h"

/* The fields that say which classes fit; carried_settle reads them. */
#define CARRIED_FIELDS \
	CHILD_AGE_FIELD, CHILD_START_FIELD, { "mode", FIELD_CODE, OPTIONAL, 0, 0, NULL }, { "not_mode", FIELD_CODE, OPTIONAL, 0, 0, NULL }, \
	{ "fee_max", FIELD_REAL, OPTIONAL, 0, 1000000, NULL }
#define CARRIED_LIST_FIELD { "list", FIELD_TEXT, OPTIONAL, 0, LISTING_LONGEST_QUESTION, NULL }

struct carried {
	struct form_result *form;       /* with CARRIED_FIELDS */
	struct offer_question offer;
	const char *mode_name, *not_mode_name;
};

/* Read which classes fit from a form; a field that is wrong is refused and not asked for. False: the edition cannot be read. */
bool carried_settle(struct request *request, struct form_result *form, struct carried *carried);

/* The same from the question of a list, "age=18&mode=FULL_DAY"; of what is none, nothing. */
bool carried_read(struct request *request, const char *list, struct carried *carried);

/* Say what was asked: FOR_QUESTION or FOR_ALL, ASKED_AGE and so on. */
void carried_bind(struct request *request, const struct carried *carried, struct page *page);

#endif
