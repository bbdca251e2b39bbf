#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Every query of the registry is taken by SQLite and PostgreSQL, with the same parameters and columns (docs/dialects.md).
. tests/lib/sentences.sh
. tests/registry/engines.sh

make -s -j2 BUILD="$build" "$build/registry/queries" >"$folder/built" 2>&1 || {
	tail -n 20 "$folder/built"
	exit 1
}
"$build/registry/queries" agree "$folder/registry.db" "$(database agree)" || all_hold=no

it "uses no word of SQL in the registry's queries that means something else on the other engine"
for file in db/registry/queries/*/*.sql db/parts/*.sql; do
	# like heeds case on one only, unless both sides are lower(), of whatever; bytes as x'..' are bits on the other.
	sed "s/--.*//; s/x'[0-9a-f]*'/ BLOB_LITERAL /g; s/'[^']*'/ TEXT /g" "$file" |
		sed -E 's/lower\(([^()]|\([^()]*\))*\) like :[a-z_]+//g' | grep -niwE 'like|glob|BLOB_LITERAL|group_concat|ifnull|rowid|total|printf' | sed "s|^|$file:|" >"$folder/words" || true
	[ ! -s "$folder/words" ] || broken "$(cat "$folder/words")"
done
