/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Erasing what was kept for its time, by dated rules of the district: case.kept_years (letter, files, messages, notes, the reporter's mailbox),
 * contact.kept_days (how to reach a reporter), account.kept_years (whose an account was), notice.kept_days (what was sent out of the house),
 * attachment.withdrawn_days (what officials attached and withdrew; what stands goes with its case),
 * aside.kept_days (what could not be taken in), outcome.kept_years (why words stand in what is public of an erased case).
 * What stays of a case is its number, kind, dates, steps and finding: no figure changes. Refuses what is held.
 */
#ifndef SHANYU_CLERK_RETENTION_H
#define SHANYU_CLERK_RETENTION_H

#include "aside.h"
#include "domain/cases/casework.h"
#include "duty.h"

struct retention {
	struct aside *aside;            /* clerk's folder; when it is not open, what lies in it stays */
	bool found;                     /* what lay there before has a row */
	int64_t look_at;                /* nanoseconds; zeroed = at once */
	struct duty_complaint failed;
};

/*
 * One step at most, in a short transaction of its own with its row in the audit; so nobody who writes waits for long. work->sql is opened with
 * cases_pack, retention_pack and audit_pack; no transaction is begun. True: there is more to do at once.
 */
bool retention_round(struct retention *retention, struct casework *work);

#endif
