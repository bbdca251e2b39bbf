/* SPDX-License-Identifier: Apache-2.0 */
/* The list of a working morning: for each department, and for the desk, what is over, due today, near, or waits to be taken on. */
#ifndef SHANYU_CLERK_DAILY_H
#define SHANYU_CLERK_DAILY_H

#include "notice.h"
#include "rules/core/workdays.h"

/*
 * Hand it out, if it is a workday's time for it (rule escalation.daily_list_minute) and that was not done yet: in a transaction of its
 * own. False: sql_problem tells.
 */
bool daily_hand_out(struct notices *notices, const struct workdays *calendar);

#endif
