/* SPDX-License-Identifier: Apache-2.0 */
/* For the files of this room: what a row's hash is. */
#ifndef SHANYU_AUDIT_CHAIN_H
#define SHANYU_AUDIT_CHAIN_H

#include "audit.h"

/* Of a row with all its columns but the hash, after a row with the hash `before`. */
void audit_chain(const unsigned char before[AUDIT_HASH], const struct values *row, struct arena *arena,
		 unsigned char hash[AUDIT_HASH]);

#endif
