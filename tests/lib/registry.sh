# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh
# A registry of one's own in $folder, with the demo district; the commands and what is asked of the files.
. tests/lib/sentences.sh

registry=$folder/registry/registry.db
mkdir -p "$folder/registry"
editions=$folder/editions
config=$folder/shanyu.conf
cat >"$config" <<-END
	[shanyu]
	registry = $registry
	editions = $editions
	inbox = $folder/inbox
	mailbox = $folder/mailbox
	door = $folder/door
	templates = templates
	district = db/district
	base_url = http://shanyu.test
	hosts = office.test
END

shanyu() { "$build/shanyu" --config "$config" "$@"; }

# What only prepares a test is done by the ordinary build ($PREPARING), also where programs with sanitizers are tested: publishing
# takes those six times as long.
prepare() { "${PREPARING:-$build}/shanyu" --config "$config" "$@" >/dev/null; }

# The demo district, published. With words: options of shanyu demo.
make_demo() {
	prepare init
	prepare demo "$@"
	publish
}

publish() { prepare publish --approved-by 测试 "$@"; }
in_registry() { sqlite3 -cmd '.timeout 60000' "$registry" "$@"; }

# holds ACCOUNT ROLES SCOPE: from now on it has these roles and sees this, words as for "shanyu user add" with blanks between; '' is nothing.
holds_words() {
	for held_role in $2; do echo "insert into account_role (account, role) values ('$1', '$held_role');"; done
	for held_scope in $3; do
		case $held_scope in *-*) held_code=${held_scope#*-} ;; *) held_code="" ;; esac
		echo "insert into account_scope (account, kind, code) values ('$1', '${held_scope%%-*}', '$held_code');"
	done
}
holds() { in_registry "begin immediate; delete from account_role where account = '$1'; delete from account_scope where account = '$1'; $(holds_words "$@") commit"; }

# add_account NAME FULL_NAME ROLES SCOPE [DEPARTMENT]: an account at work, without a password.
add_account() {
	in_registry "insert into account (name, full_name, department, state, password, password_changed_at, totp_step, created_at, created_by, changed_at)
		values ('$1', '$2', '${5-}', 'ACTIVE', '', 0, 0, 0, '', 0)"
	holds "$1" "$3" "$4"
}

# hold_writer: from now on somebody writes into the registry and does not end; release_writer: that is over.
hold_writer() {
	rm -f "$folder/writer"
	mkfifo "$folder/writer"
	sqlite3 "$registry" <"$folder/writer" >"$folder/writer.said" 2>&1 &
	writer=$!
	exec 9>"$folder/writer"
	echo "begin immediate; select 'holds';" >&9
	for _ in $(seq 6000); do
		grep -q holds "$folder/writer.said" && return 0
		sleep 0.05
	done
	broken "nobody holds the writer's place: $(cat "$folder/writer.said")"
}
release_writer() {
	echo "rollback;" >&9
	exec 9>&-
	wait "$writer"
}

in_edition() { sqlite3 "file:$editions/portal.db?immutable=1" "$@"; }

# Everything an edition says, as text in one order: tables, the words of the search, the places of the map.
edition_content() {
	cp "$1" "$folder/content.db"
	for table in $(sqlite3 "$folder/content.db" "select name from sqlite_schema where type = 'table'
		and name not like 'listing_word%' and name not like 'listing_place%' and name not like 'sqlite%' order by name"); do
		echo "== $table"
		# The text of a row holds all its columns: rows in the order of their texts.
		sqlite3 -quote "$folder/content.db" "select * from $table" | LC_ALL=C sort
	done
	echo "== places"
	sqlite3 -quote "$folder/content.db" "select * from listing_place order by id"
	echo "== words"
	sqlite3 -quote "$folder/content.db" "create virtual table temp.word using fts5vocab(main, listing_word, instance);
		select term, doc, col, offset from word order by term, doc, col, offset"
	rm -f "$folder/content.db"
}
