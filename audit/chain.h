/* SPDX-License-Identifier: Apache-2.0 */
/* For the files of this room: what a row's hash is, and a reason's. */
#ifndef SHANYU_AUDIT_CHAIN_H
#define SHANYU_AUDIT_CHAIN_H

#include "audit.h"

#define AUDIT_SALT 16

/* Of a row with all its columns but the hash, after a row with the hash `before`. Where it has a reason_hash that stands for its reason. */
void audit_chain(const unsigned char before[AUDIT_HASH], const struct values *row, struct arena *arena,
		 unsigned char hash[AUDIT_HASH]);

/* What stands in the chain for a reason that can be erased. */
void audit_reason_hash(const unsigned char salt[AUDIT_SALT], const char *reason, unsigned char hash[AUDIT_HASH]);

#endif
