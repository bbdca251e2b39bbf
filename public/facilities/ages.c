/* SPDX-License-Identifier: Apache-2.0 */
/* Ages as people say them. */
#include "ages.h"

#include <stdlib.h>

static int older(const void *months, const void *row)
{
	int64_t asked = *(const int64_t *)months, here = values_integer(row, "months");

	return (asked > here) - (asked < here);
}

const char *age_words(const struct published *published, int64_t months)
{
	const struct rows *ages = &published->ages;
	const struct values *row = ages->count ? bsearch(&months, ages->at, ages->count, sizeof *ages->at, older) : NULL;

	return row ? values_text(row, "name") : "";
}

void age_range_bind(const struct published *published, struct page *page, const struct values *row)
{
	const char *from, *to;

	if (values_null(row, "age_from_months") || values_null(row, "age_to_months"))
		return;
	from = age_words(published, values_integer(row, "age_from_months"));
	to = age_words(published, values_integer(row, "age_to_months"));
	if (!*from || !*to)
		return;
	page_show(page, "age_in_words");
	page_text(page, "age_from_words", from);
	page_text(page, "age_to_words", to);
}
