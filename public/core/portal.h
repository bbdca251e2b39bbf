/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the handlers of the public side share: the published edition they read, and what each worker keeps of it.
 * Nothing here can be written to.
 */
#ifndef SHANYU_PUBLIC_PORTAL_H
#define SHANYU_PUBLIC_PORTAL_H

#include <sys/types.h>

#include "handlers.h"
#include "lib/base/config.h"
#include "lib/web/fragment.h"
#include "lib/web/route.h"
#include "lib/web/text_size.h"
#include "lib/sql/sql.h"
#include "rules/facilities/coordinates.h"
#include "rules/facilities/nearby.h"
#include "rules/facilities/streets.h"
#include "rules/facilities/walking.h"

struct words;
struct tree;
struct places_known;

/* Where the drawn map of the district lies. */
struct map {
	double west, north;             /* degrees at the drawing's corner */
	double units_per_lon, units_per_lat;
	int width, height;              /* units */
};

/* The opened edition and what is read of it once. */
struct published {
	struct arena *arena;
	struct sql *sql;
	dev_t device;
	ino_t inode;
	int64_t size;                   /* publications in it */
	int64_t published_at;
	const struct values *district;
	struct rows streets, kinds, modes, operators;
	struct rows ages;               /* as people say them: see ages.h */
	struct rows kind_notes, kind_costs;     /* of kinds, once kinds_read: see kinds.h */
	bool kinds_read;
	struct rows credits;            /* whose data the named places are */
	int64_t total, without_care;    /* facilities listed, and those of them that take no children */
	struct walking walking;
	int64_t share_days;             /* over how many days it is told how many of them facts were fresh; 0 = not told */
	int64_t recent_years, recent_since;     /* outcomes published since are counted beside a facility; 0 = of all times */
	struct position *outline;       /* of the district; fewer than three corners: it has none */
	size_t corners;
	struct map map;
	struct nearby nearby;           /* the places of a district; none when there are more */
	struct tree *tree;              /* reads the tree of places when there are more */
	struct streets *walks;          /* the network of streets; NULL until the first walk is asked for: see walk.h */
	struct places_known *places_known;      /* names of places and words of phrases; NULL until the first phrase comes: see asked.h */
	int64_t silence_seconds;        /* after which the pages say that nothing was heard of the registry */
};

#define COUNTS_KEPT 1024

struct portal {
	struct program program;
	const struct config *config;
	struct arena *arena;            /* lives as long as the worker */
	const char *edition_path;
	const char *heard_path;         /* the sign clerk leaves when the registry answers */
	const char *version;            /* of templates, styles and scripts */
	struct words *words;
	struct published *published;
	int64_t looked_at;              /* when the sign was last looked at */
	int64_t silent_since;           /* when the registry was last heard of; 0 while it is */
	int64_t today;                  /* Unix seconds at which today began in Shanghai */
	struct fragments *rows;         /* listing rows, by facility; NULL, as pages, where none is shown */
	struct fragments *pages;        /* list pages without their rows, by what is asked */
	struct { uint64_t key; int64_t total, without_care; } counts[COUNTS_KEPT];
	unsigned char count_secret[16];
	uint64_t looked_in_turn;        /* of the server: when the edition was last looked at */
	char etags[2][96];              /* of pages in text of normal size, and large */
};

static inline struct portal *portal_of(const struct request *request)
{
	return ((struct program *)request->program)->state;
}

static inline struct published *published_of(const struct request *request)
{
	return portal_of(request)->published;
}

/* Read the configuration and load what is the same for all requests. False: one line in *problem. Arena and routes are the caller's. */
bool portal_set_up(struct portal *portal, const char *config_path, const char **problem);

/* The part of it that finding in the edition needs: for a program that shows no page of the public side. The configuration is read already. */
void portal_set_up_to_find(struct portal *portal);

/* Open the edition when there is a newer one; BUSY while there is none at all. */
enum outcome published_begin(struct request *request);
void published_close(struct published *published);

/* Where the district lies: about its outline, about its streets' middles without one. */
struct map district_map(const struct published *published);

/* Bind what every page shows. */
void portal_globals(struct request *request, struct page *page);

/* A page with the district's streets, modes and kinds of facility that there are, for forms and lists of links. */
struct page *page_begin_with_counts(struct request *request, const char *template_name);

/* Whether the visitor asked for text of large size: by the form that was just sent, or before by the cookie. */
bool portal_large_text(const struct request *request);

/* Whether the form that was sent asks for another size of text, and for nothing else. It is remembered (a cookie). */
bool portal_takes_text_size(struct request *request);

/* Show that control; `first` is the value of the button `go` that the Enter key presses, "" when the form has none. */
void portal_size_in_form(const struct request *request, struct page *page, const char *first);

/*
 * Show it as a button of the page's search (home, list, place to set out from): it is sent by GET to /text-size/{page}, which leads back
 * with what was typed. On a further page of the list nothing: a link leads back to it.
 */
void portal_size_in_search(const struct request *request, struct page *page);

/* Whether the visitor holds this answer of this edition and day; also lets caches keep it for a moment, if many ask the same. */
bool portal_unchanged(struct request *request);

/* Whether a fact asserted until then is still fresh today. */
bool portal_fresh(const struct portal *portal, const struct values *row, const char *until_name);

/* The day of a moment in a row, as ISO text; "" when null. */
const char *portal_day(const struct values *row, const char *name, struct arena *arena);

#endif
