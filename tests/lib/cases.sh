# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh
# Cases straight into the registry, for tests of what the office sees of them: add_case NUMBER [column=value]..., more columns than the usual ones;
# limit NUMBER STEP DAYS: a limit that ends in so many days (negative: it is over) and is near two days before; hand NUMBER DEPARTMENT [PART].
# Needs SHANYU_CLOCK.

add_case() {
	added=$1
	shift
	in_registry "insert into receipt (lookup, envelope, mailbox_key, opening, stamp, created_at) values ('lookup-$added', 'envelope-$added', x'00', x'00', '', 0);
		insert into cases (number, receipt_lookup, kind, place, story, wish, happened, going_on, anonymous, reply_by, state, lane, quarantined,
			sent_at, received_at, stopped_days, outcome, handler, review_not_by, changed_at)
		values ('$added', 'lookup-$added', 'COMPLAINT', '', '', '', '', 'yes', 0, 'receipt', 'RECEIVED', 'proof', 0,
			$SHANYU_CLOCK - 86400, $SHANYU_CLOCK - 86400, 0, '', '', '', $SHANYU_CLOCK - 86400)"
	for column; do
		in_registry "update cases set ${column%%=*} = '${column#*=}' where number = '$added'"
	done
}

limit() {
	in_registry "insert into deadline (procedure, number, step, day, until, near_at, rule, source, provisional, projected, bound) values
		('case', '$1', '$2', date($SHANYU_CLOCK + $3 * 86400, 'unixepoch', '+8 hours'),
		unixepoch(date($SHANYU_CLOCK + $3 * 86400, 'unixepoch', '+8 hours')) + 57599, $SHANYU_CLOCK + ($3 - 2) * 86400, 'test', '', 0, 0, 0)"
}

hand() {
	in_registry "insert into case_dispatch (case_number, round, department, part, rule, dispatched_at, dispatched_by, return_until)
		values ('$1', 1, '$2', '${3-LEAD}', '', 0, 'desk', $SHANYU_CLOCK + 432000);
		update cases set state = 'DISPATCHED' where number = '$1' and state = 'RECEIVED'"
}
