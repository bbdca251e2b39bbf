#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Nothing published can be altered, dropped or moved without being found out.
. tests/lib/registry.sh

make_demo
root=$(in_registry "select lower(hex(root)) from checkpoint order by size desc limit 1")

# verify FILE: what log verify says of a copy of the registry.
verify() {
	sed "s|^registry = .*|registry = $1|" "$config" >"$folder/verify.conf"
	"$build/shanyu" --config "$folder/verify.conf" log verify >"$folder/verified" 2>"$folder/faults"
}

# altered SQL: a copy to which that was done.
altered() {
	cp "$registry" "$folder/altered.db"
	sqlite3 "$folder/altered.db" "$1"
	! verify "$folder/altered.db" || broken "not found out: $1"
}
names() { grep -q "publication $1:" "$folder/faults" || broken "does not name publication $1: $(head -n 3 "$folder/faults")"; }

it "finds the log as it was published, and prints its root"
expect "verified" verify "$registry"
expect "the root of the last checkpoint" grep -q "root $root" "$folder/verified"

it "finds an altered body"
altered "update publication set body = replace(body, '普陀', '静安') where seq = (select min(seq) from publication where body like '%普陀%')"
names "$(in_registry "select min(seq) from publication where body like '%普陀%'")"

it "finds a body altered together with its commitment"
altered "update publication set body = '{}', commitment = zeroblob(32) where seq = 100"
names 100

it "finds an altered body whose salt was taken away as if it were erased"
altered "update publication set body = replace(body, '0', '1'), salt = null where seq = 100"
names 100

it "finds another day of publishing, and another name of who approved"
altered "update publication set published_at = published_at - 86400 where seq = 7"
names 7
altered "update publication set approved_by = '别人' where seq = 7"
names 7

it "finds a removed row"
altered "delete from publication where seq = 500"
names 501

it "finds rows that have changed places"
altered "create table moved as select * from publication where seq in (20, 21); delete from publication where seq in (20, 21);
	insert into publication select 41 - seq, kind, subject, withdrawn, body, salt, commitment, leaf, approved_by, published_at from moved"
names 20

it "finds that the end was cut off, by the checkpoint"
cp "$registry" "$folder/altered.db"
sqlite3 "$folder/altered.db" "delete from published where seq > 1000; delete from publication where seq > 1000"
! verify "$folder/altered.db" || broken "not found out"

it "finds a row added at the end that no checkpoint covers"
altered "insert into publication select seq + 1, kind, subject, withdrawn, body, salt, commitment, leaf, approved_by, published_at
	from publication order by seq desc limit 1"

it "finds a log that was made anew as a whole, by a root noted elsewhere"
altered "update checkpoint set root = randomblob(32)"

it "still verifies when a personal fact was erased"
cp "$registry" "$folder/erased.db"
sqlite3 "$folder/erased.db" "update publication set body = null, salt = null where seq = 300"
expect "verified" verify "$folder/erased.db"
expect "it counts what was erased" grep -q ' 1 erased' "$folder/verified"

it "is what clerk checks, too: an altered log gets into no edition"
cp "$registry" "$folder/whole.db"
sqlite3 "$registry" "update publication set body = replace(body, '普陀', '静安') where seq = (select min(seq) from publication where body like '%普陀%')"
! shanyu portal rebuild --into "$folder/none" >"$folder/rebuild" 2>&1 || broken "an edition is made"
[ ! -e "$folder/none/portal.db" ] || broken "there is an edition"
