/* SPDX-License-Identifier: Apache-2.0 */
/* Identifiers that the same name always gets, on every machine: UUIDs of version 5 (RFC 9562, 5.5), by libuuid. */
#ifndef SHANYU_UUID_NAME_H
#define SHANYU_UUID_NAME_H

#include "arena.h"

/* 36 characters in lower case, held in the arena. Names are in a space of the product's own; what they are made of is the caller's. */
const char *uuid_of_name(struct arena *arena, const char *name);

#endif
