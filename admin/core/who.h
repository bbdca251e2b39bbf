/* SPDX-License-Identifier: Apache-2.0 */
/* The cookie of a session, and addresses to come back to: for signing in. */
#ifndef SHANYU_ADMIN_WHO_H
#define SHANYU_ADMIN_WHO_H

#include "office.h"

#define WHO_COOKIE "__Host-session"
#define WHO_DEVICE_COOKIE "__Host-device"

/* From here on the session of this token asks, with the verbs of its roles; none is no failure. */
bool office_take_session(struct request *request, const char *token);

/* Open the registry when it is not. False: it is logged why. */
bool office_open(struct office *office, struct arena *arena);

#endif
