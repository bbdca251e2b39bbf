/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How long what is known of people is kept: dated rules whose value is a number of years or days (中华人民共和国个人信息保护法第十九条、第四十七条: no longer
 * than its purpose needs, then it is erased). Refuses to say what a rule's key means; that is clerk's.
 */
#ifndef SHANYU_RULES_RETENTION_H
#define SHANYU_RULES_RETENTION_H

#include <stdbool.h>
#include <stdint.h>

/*
 * What ended before this moment (Unix seconds) has been kept for so many years ("year") or days ("day") by now: the first second of the
 * same day in China so long ago, of February 28th when there was no 29th. False: an unknown unit, or a time below 1.
 */
bool retention_before(double value, const char *unit, int64_t now, int64_t *before);

#endif
