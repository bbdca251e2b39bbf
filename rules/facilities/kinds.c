/* SPDX-License-Identifier: Apache-2.0 */
/* Kinds of facility, and of place. */
#include "kinds.h"

#include "lib/base/text.h"

static const char without_care[] = " GUIDE_STATION CHILD_HOME ECD_BASE ";

bool kind_gives_care(const char *kind)
{
	return !text_has_word(without_care, kind);
}

const char *kinds_without_care(void)
{
	return without_care;
}

bool kind_is_part_of_district(const char *kind)
{
	return text_has_word(" STREET COMMUNITY ", kind);
}
