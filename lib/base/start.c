/* SPDX-License-Identifier: Apache-2.0 */
/* Words of the command line. */
#include "start.h"

#include <string.h>

bool start_read(int count, char **words, struct start *start)
{
	*start = (struct start){ 0 };
	for (int i = 1; i < count; i++) {
		if (strcmp(words[i], "--config") == 0 && i + 1 < count && !start->config)
			start->config = words[++i];
		else if (strcmp(words[i], "--check") == 0)
			start->check = true;
		else if (strcmp(words[i], "--routes") == 0 && count == 2)
			start->routes = true;
		else
			return false;
	}
	return true;
}
