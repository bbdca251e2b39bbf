/* SPDX-License-Identifier: Apache-2.0 */
/* What every duty of the clerk shares: it goes on until it is told to end. */
#ifndef SHANYU_CLERK_DUTY_H
#define SHANYU_CLERK_DUTY_H

#include <stdbool.h>

/* From now on SIGTERM and SIGINT end the duty instead of the program. */
void duty_begin(void);

bool duty_ended(void);

#endif
