/* SPDX-License-Identifier: Apache-2.0 */
/* What time it is. */
#include "clock.h"

#include <poll.h>
#include <stdlib.h>
#include <time.h>

int64_t clock_now(void)
{
	const char *set = getenv("SHANYU_CLOCK");
	struct timespec now;

	if (set && *set)
		return strtoll(set, NULL, 10);
	clock_gettime(CLOCK_REALTIME, &now);
	return now.tv_sec;
}

int64_t clock_nanoseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

void clock_sleep(int milliseconds)
{
	poll(NULL, 0, milliseconds);
}
