/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a phrase in the box of a search asks for, in the words of the search form: the place to set out from, age, mode, kind and the like.
 * One reading of a phrase for all who ask: the list, its files, the API.
 */
#ifndef SHANYU_PUBLIC_ASKED_H
#define SHANYU_PUBLIC_ASKED_H

#include "lib/find/understand.h"
#include "public/core/portal.h"

/* A place that can be named. kind: STREET, COMMUNITY, FACILITY, or a code of the term list place_kind. */
struct known_place {
	const char *kind, *kind_name, *code, *name, *street_code;
	struct position position;
	int64_t precision_m;
};

/* How a phrase was read; kept beside the form, whose fields were filled from it. */
struct asked {
	const char *phrase;             /* as it was typed; NULL = nothing was, or it was taken as it is */
	const char *name;               /* what was typed when it stands in the name of a facility, and is taken as it is; else NULL */
	struct understood understood;
	const char *corrected_from;     /* what was taken for another name, of a place or a facility; NULL = nothing was */
	const char *corrected_to;       /* that name */
	const struct known_place *place;        /* NULL = none was named */
	const struct known_place *others[UNDERSTOOD_PLACES];    /* that bear the same name */
	size_t other_count;
	const char *not_found;          /* words by which nothing is called: left out of the search; "" = none */
	int64_t within_nowhere;         /* how many minutes on foot were said, and from nowhere; 0 = that was not so */
};

/*
 * Read the field q of a search form: what is understood goes into the fields that were not filled in, the rest stays in q. With the field
 * exact = 1 all of it is searched for as it is. BROKEN when the edition cannot be read.
 */
enum outcome asked_read(struct request *request, struct form_result *form, struct asked *asked);

/*
 * Nothing is called by the words that are left and fits the rest of a phrase: search for the rest, and tell of the words. False when they are all
 * there is, or nothing was read.
 */
bool asked_leave_words(struct form_result *form, struct asked *asked, struct arena *arena);

/* Places that a phrase that was read may mean: the one it was taken for, others of that name, then all whose names hold what was typed. */
size_t asked_places(struct request *request, const struct asked *asked, const char *typed, const struct known_place **places, size_t most);

/*
 * Where a facility is to be named and a part of the phrase was taken for a place of a similar name: whether all of it is nearly in the name of a
 * facility. Then *asked says so, and names no place.
 */
bool asked_names_facility_nearly(struct request *request, const char *typed, struct asked *asked);

/* How a text of a field of its own is read, as a phrase is. False: the edition cannot be read. */
bool asked_understand(struct request *request, const char *typed, struct understood *understood);

/* The field of the search form that takes a place's code. */
const char *asked_field(const struct known_place *place);

/* The place of a code, a facility's too; NULL when there is none. The edition is read on the first call. */
const struct known_place *asked_place(struct request *request, const char *code);

#endif
