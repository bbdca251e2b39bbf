/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the office does of itself, between requests: a reporter who says that nothing is solved moves the case, and clerk, which takes
 * that in, may not publish. So the public reads at once that the finding is looked at anew, without waiting for an official to act.
 */
#ifndef SHANYU_ADMIN_DUTY_H
#define SHANYU_ADMIN_DUTY_H

#include "lib/web/serve.h"

extern const struct serve_duty office_duty;

#endif
