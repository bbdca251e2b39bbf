/* SPDX-License-Identifier: Apache-2.0 */
/* The clerk's first duty: what is published in the registry is on the public pages within a second. */
#ifndef SHANYU_CLERK_FOLLOW_H
#define SHANYU_CLERK_FOLLOW_H

#include "duty.h"

/* Follow the log, and do what the capabilities have clerk do (ended by NULL), until told to end (SIGTERM, SIGINT). Returns the exit code. */
int follow_log(const struct config *config, const struct duty *const *duties);

#endif
