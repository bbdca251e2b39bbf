/* SPDX-License-Identifier: Apache-2.0 */
/* What time it is. Tests set it by SHANYU_CLOCK, in Unix seconds. */
#ifndef SHANYU_CLOCK_H
#define SHANYU_CLOCK_H

#include <stdint.h>

/* Now in Unix seconds. */
int64_t clock_now(void);

/* A steady counter of nanoseconds, for measuring only. */
int64_t clock_nanoseconds(void);

/* Sleep for so many milliseconds; a signal ends it early. */
void clock_sleep(int milliseconds);

#endif
