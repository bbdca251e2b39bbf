/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Finding care: from the search form to facilities in their order. The same for the list, the files and the API.
 */
#ifndef SHANYU_PUBLIC_FIND_H
#define SHANYU_PUBLIC_FIND_H

#include "asked.h"
#include "child.h"
#include "offer.h"
#include "public/core/portal.h"

#define FIND_PAGE_SIZE 20
#define FIND_MOST_PAGES 500
#define FIND_MOST_PARTS 1000

enum origin_kind { ORIGIN_NONE, ORIGIN_POINT, ORIGIN_COMMUNITY, ORIGIN_STREET, ORIGIN_PLACE };

/* The groups of a list: each stands under its own heading, behind those before it. */
enum apart { UP_TO_DATE, NOT_UP_TO_DATE, WITHOUT_CARE };

struct found {
	int64_t id;
	struct position position;
	double metres;                  /* straight line from the origin, 0 without one */
	double rank;                    /* metres, with what staleness adds */
	enum apart apart;
};

struct finding {
	struct form_result *form;
	struct asked asked;             /* how the phrase in q was read */
	enum origin_kind origin_kind;
	struct position origin;
	const char *origin_name;        /* of community, street or place, "" for a point */
	int64_t origin_precision_m;     /* how far what is meant may lie from the origin; 0 = not told */
	const char *street_name, *mode_name, *kind_name, *not_mode_name, *not_kind_name, *not_operator_name;
	const struct values *operator_kind;     /* the term, when the operator is asked for by its kind */
	const char *origin_by;          /* on a road: by_middle, by_house or by_near, how its point was found; else "" */
	int64_t origin_house;           /* by_house: the number that is known */
	const char *origin_near;        /* by_near: the place named beside the road */
	bool by_streets;                /* ways along streets are known from the origin */
	double outside_metres;          /* how far the origin lies outside of the district, 0 = not so far that it matters */
	struct position edge;           /* then: where the district is nearest */
	const struct values *community; /* the row, NULL when none was asked for */
	const char *sort;               /* a choice of the form, or "changed": what was published last first, for feeds */
	struct values *parameters;      /* of the directory queries */
	struct offer_question offer;    /* which classes fit: what is said of a facility is said of these */
	bool filtered;                  /* anything beyond the place is asked for */
	bool within_needs_place;
	int64_t page, pages, total;
	int64_t without_care;           /* of these, how many take no children */
	int64_t unknown;                /* when only those with room are asked for: how many more, of which nobody knows */
	int64_t part;                   /* of a file that is too long for one */
	struct found *found;
	size_t count;
};

/*
 * Read and check what is asked for, against the edition's own streets and codes. A fault is noted in the form's states
 * (finding->form->fine). BROKEN when the edition cannot be read.
 */
enum outcome find_read(struct request *request, struct finding *finding);

#define FIND_CHOICES 12
#define FIND_MOST_CHOICES 200

/* Why facilities are offered to choose from. */
enum choice {
	CHOICE_AS_TYPED = 1,            /* what was typed is found in them as it is */
	CHOICE_AS_READ,                 /* the list finds them for it as a phrase, or the place it names is found in them */
	CHOICE_NEAREST                  /* it names a place and nothing else, and they are nearest to it: at most FIND_CHOICES */
};

/*
 * Facilities to choose one from, by what was typed (whatever the request's form asks for), at most FIND_MOST_CHOICES; *choice says why these, and
 * *finding how the phrase was read. What says nothing of any facility finds none. Rows: code, name, address, lat, lon.
 */
enum outcome find_choices(struct request *request, const char *typed, size_t most, struct finding *finding, struct rows *rows, enum choice *choice);

/* Find the asked page (or, with most > 0, the asked part of so many) and the total; pages is how many of them there are. */
enum outcome find_run(struct request *request, struct finding *finding, int64_t most);

/* The same question without one field, only its total and its nearest facility; for the empty result. */
enum outcome find_without(struct request *request, const struct finding *finding, const char *field, struct finding *less);

#endif
