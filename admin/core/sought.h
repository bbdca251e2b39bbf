/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What an official looks for by typing: words that stand in a case, and facilities. Facilities are found by the portal's own search in the published
 * edition (find_choices), so that who looks for the cases of a facility finds it by the same words as a parent. What the edition does not
 * hold, and all when there is none, is found by the registry's name.
 */
#ifndef SHANYU_ADMIN_SOUGHT_H
#define SHANYU_ADMIN_SOUGHT_H

#include "office.h"

struct sought {
	const char *typed;              /* "" nothing */
	struct rows facilities;         /* that are meant: code, name, address */
	const char *codes;              /* theirs, each between blanks */
	/*
	 * Another name was taken for what was typed, or they are only the nearest, or it may be the number of a case: they count when nothing has
	 * the words as they were typed.
	 */
	bool guessed;
	const char *corrected_from, *corrected_to;      /* "" nothing was */
	const char *nearest_to;         /* the place that they are nearest to; "" they are called so */
	const char *beside;             /* words said beside them, which must stand in the case; "" none */
	bool no_edition;                /* none could be asked */
};

/* Make ready what finding in the edition needs; before the fences are up. */
void sought_set_up(struct office *office);

/* The folder of editions, for the fence of files; NULL when this program cannot reach it: then words alone are looked for. */
const char *sought_folder(const struct office *office);

/* Read what was typed. It never fails. */
void sought_read(struct request *request, const char *typed, struct sought *sought);

/*
 * Put words, folded, beside and facilities for queries that are asked by them: patterns of `like ... escape '!'`, and codes between blanks; "" = not
 * asked for. guessing: with the facilities that are only guessed.
 */
void sought_put(struct request *request, const struct sought *sought, bool guessing, struct values *parameters);

/*
 * Tell on the page how it was read: corrected_from, corrected_to, nearest_to when they were guessed and count; perhaps and perhaps_url when
 * they do not; meant_facilities with name and url, which leads to the cases of one, more_facilities; no_edition. `path` is the list without its words.
 */
void sought_bind(struct request *request, const struct sought *sought, bool guessing, const char *path, struct page *page);

#endif
