/* SPDX-License-Identifier: Apache-2.0 */
/* What the pages and the files of the audit share: what is looked for. */
#ifndef SHANYU_ADMIN_AUDIT_LIST_H
#define SHANYU_ADMIN_AUDIT_LIST_H

#include "audit/audit.h"
#include "admin/core/office.h"

/* What the form asks for. A day that is none is marked in the form. */
struct audit_search audit_search_of(struct request *request);

#endif
