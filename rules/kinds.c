/* SPDX-License-Identifier: Apache-2.0 */
/* Kinds of facility. */
#include "kinds.h"

#include <stddef.h>
#include <string.h>

bool kind_gives_care(const char *kind)
{
	static const char *const without_care[] = { "GUIDE_STATION", "CHILD_HOME", "ECD_BASE", NULL };

	for (const char *const *one = without_care; *one; one++)
		if (strcmp(*one, kind) == 0)
			return false;
	return true;
}
