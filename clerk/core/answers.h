/* SPDX-License-Identifier: Apache-2.0 */
/* Facilities have so long to answer before an outcome is published; then it is ready without their answer. */
#ifndef SHANYU_CLERK_ANSWERS_H
#define SHANYU_CLERK_ANSWERS_H

#include "domain/cases/casework.h"
#include "duty.h"

struct answers {
	int64_t looked_at;              /* whose time was over by then was looked at, Unix seconds; zeroed = never */
	struct duty_complaint failed;
};

/*
 * Look, every few seconds at most, whose time was over by told_until: up to which moment people were told of limits, so that nobody learns less
 * because clerk went on. work->sql is opened with cases_pack; no transaction is begun.
 */
void answers_expire(struct answers *answers, struct casework *work, int64_t told_until);

#endif
