/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The clerk of an intake machine: sealed envelopes from the local inbox to the registry, each exactly once. A receipt never
 * waits for this: the envelope is durable in the inbox before.
 */
#ifndef SHANYU_CLERK_FORWARD_H
#define SHANYU_CLERK_FORWARD_H

#include "lib/base/config.h"

/* Hand envelopes on until told to end (SIGTERM, SIGINT). Returns the exit code. */
int forward_inbox(const struct config *config);

#endif
