/* SPDX-License-Identifier: Apache-2.0 */
/* Ages as people say them: 18 months are 一岁半. The words are the district's list `age`, so they can be changed without the program. */
#ifndef SHANYU_PUBLIC_AGES_H
#define SHANYU_PUBLIC_AGES_H

#include "public/core/portal.h"

/* An age of so many completed months in words; "" when the list does not have it, and then the months are all there is to say. */
const char *age_words(const struct published *published, int64_t months);

/*
 * Bind what the template part AGE_RANGE shows: the words of a row's age_from_months and age_to_months (bound by who binds the row), and the
 * section AGE_IN_WORDS when there are words for both.
 */
void age_range_bind(const struct published *published, struct page *page, const struct values *row);

#endif
