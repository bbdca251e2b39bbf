/* SPDX-License-Identifier: Apache-2.0 */
/* The filters of a search as the visitor sees them: options to choose from, chips to take off, and what one less would find. */
#ifndef SHANYU_PUBLIC_FILTERS_H
#define SHANYU_PUBLIC_FILTERS_H

#include "find.h"

/* Bind the form with its options (streets, communities, kinds, modes, walking times, orders). */
enum outcome filters_bind(struct request *request, const struct finding *finding, struct page *page);

/* Bind CHIPS: one for each filter that is set. lat and lon stand for the position in the links. */
void filters_bind_chips(struct request *request, const struct finding *finding, const char *lat, const char *lon, struct page *page);

/* Bind LESS: for each filter, how many there would be without it and the nearest of them. For an empty result. */
enum outcome filters_bind_less(struct request *request, const struct finding *finding, struct page *page);

#endif
