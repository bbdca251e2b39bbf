/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Finding care: from the search form to facilities in their order. The same for the list, the files and the API.
 */
#ifndef SHANYU_PUBLIC_FIND_H
#define SHANYU_PUBLIC_FIND_H

#include "portal.h"

#define FIND_PAGE_SIZE 20
#define FIND_MOST_PAGES 500

enum origin_kind { ORIGIN_NONE, ORIGIN_POINT, ORIGIN_COMMUNITY, ORIGIN_STREET };

struct found {
	int64_t id;
	struct position position;
	double metres;                  /* straight line from the origin, 0 without one */
	double rank;                    /* metres, with what staleness adds */
};

struct finding {
	struct form_result *form;
	enum origin_kind origin_kind;
	struct position origin;
	const char *origin_name;        /* of community or street, "" for a point */
	const char *street_name, *mode_name, *kind_name;
	const struct values *community; /* the row, NULL when none was asked for */
	const char *sort;
	struct values *parameters;      /* of the directory queries */
	bool filtered;                  /* anything beyond the place is asked for */
	bool within_needs_place;
	int64_t page, pages, total;
	struct found *found;
	size_t count;
};

/*
 * Read and check what is asked for, against the edition's own streets and codes. A fault is noted in the form's states
 * (finding->form->fine). BROKEN when the edition cannot be read.
 */
enum outcome find_read(struct request *request, struct finding *finding);

/* Find the asked page (or, with most > 0, the first `most`) and the total. */
enum outcome find_run(struct request *request, struct finding *finding, int64_t most);

/* The same question without one field, only its total and its nearest facility; for the empty result. */
enum outcome find_without(struct request *request, const struct finding *finding, const char *field, struct finding *less);

#endif
