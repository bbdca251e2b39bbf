/* SPDX-License-Identifier: Apache-2.0 */
/* Handing on what was found. */
#ifndef SHANYU_PUBLIC_SHARE_H
#define SHANYU_PUBLIC_SHARE_H

#include "public/core/portal.h"

/* Answer with an address as a code to scan; `name` says in words of what, "" = of this page. */
enum outcome share_code(struct request *request, const char *address, const char *name);

#endif
