#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# An intake machine keeps envelopes in its inbox and hands them to the registry on PostgreSQL, each once, whatever breaks between:
# the machine's clerk, the link, the server. Whoever writes an envelope notices nothing of it.
. tests/lib/registry.sh
. tests/registry/engines.sh
. tests/registry/machines.sh

inbox=$folder/inbox
mkdir -p "$inbox"
owner=$(database intake)
configure "$config" "registry = $owner" "editions = $editions" "log_key = $folder/log.key"
shanyu init >/dev/null
grant intake || broken "$(cat "$folder/granted")"

# The link: a port that leads to the server's socket.
node tests/lib/relay.mjs "$cluster/.s.PGSQL.5432" "$folder/relay" &
relay=$!
at_end 'kill -TERM "$relay"; wait "$relay"'
wait_until 100 test -s "$folder/relay" || broken "no link"
configure "$folder/machine.conf" "registry = postgresql://shanyu_intake@127.0.0.1:$(cat "$folder/relay")/intake" "inbox = $inbox"

forwarder=""
forward() {
	"$build/clerk" --config "$folder/machine.conf" --forward 2>>"$folder/clerk.err" &
	forwarder=$!
}
end_forwarder() { # end_forwarder SIGNAL
	[ -n "$forwarder" ] || return 0
	kill -"$1" "$forwarder" 2>/dev/null || true
	wait "$forwarder" 2>/dev/null || true
	forwarder=""
}
at_end 'end_forwarder KILL'

# put NUMBER: a synthetic envelope, of up to 40 KB that nobody can read, as the intake writes it: durable before it has its name.
# What was put, and its hash, is noted in $folder/put once it is there.
put() {
	dd if=/dev/urandom of="$inbox/$1.writing" bs="$(shuf -i 1-40000 -n 1)" count=1 conv=fsync status=none
	hash=$(sha256sum <"$inbox/$1.writing" | cut -d' ' -f1)
	mv "$inbox/$1.writing" "$inbox/envelope-$1-$(echo "$hash" | cut -c1-26)"
	echo "envelope-$1-$(echo "$hash" | cut -c1-26)|$hash" >>"$folder/put"
}
waiting() { ls "$inbox"; }
inbox_is_empty() { [ -z "$(waiting)" ]; }
taken() { server intake -c "select id, encode(sha256(sealed), 'hex') from envelope order by id"; }
# Removed before these two questions are asked, and committed before it is removed: so it must be there.
nothing_is_missing() {
	cp "$folder/put" "$folder/put_before"
	waiting >"$folder/waiting"
	server intake -c 'select id from envelope' >"$folder/arrived" 2>/dev/null || return 0
	asked=$((asked + 1))
	cut -d'|' -f1 "$folder/put_before" | LC_ALL=C sort >"$folder/all"
	cat "$folder/waiting" "$folder/arrived" | LC_ALL=C sort -u | LC_ALL=C comm -23 "$folder/all" - >"$folder/missing"
	[ ! -s "$folder/missing" ] || broken "neither in the inbox nor in the registry: $(head -n 3 "$folder/missing")"
}
all_arrived() {
	wait_until 600 inbox_is_empty || broken "$(waiting | wc -l) envelopes stay: $(tail -n 3 "$folder/clerk.err")"
	taken >"$folder/taken"
	LC_ALL=C sort "$folder/put" | diff - "$folder/taken" >"$folder/different" || broken "$(head -n 5 "$folder/different")"
}

it "logs in with a role that may put envelopes in, and read and change nothing"
forbidden shanyu_intake intake "select id from envelope"
forbidden shanyu_intake intake "update envelope set sealed = null"
forbidden shanyu_intake intake "delete from envelope"
forbidden shanyu_intake intake "insert into envelope (id, sealed, forwarded_at) values ('a', '', 1) returning id"
forbidden shanyu_intake intake "insert into envelope (id, sealed, forwarded_at) values ('a', '', 1) on conflict (id) do update set sealed = ''"
for table in facility publication published checkpoint district migration; do
	forbidden shanyu_intake intake "select * from $table"
	forbidden shanyu_intake intake "delete from $table"
done

it "hands on each of 300 envelopes once, with its bytes, though clerk, link and server die in between"
: >"$folder/put"
asked=0
(
	for number in $(seq 300); do
		put "$number"
		sleep 0.03
	done
) &
writing=$!
forward
for step in $(seq 24); do
	rest_up_to 600
	end_forwarder KILL
	nothing_is_missing
	case $step in
	4 | 10 | 16) kill -HUP "$relay" ;;
	6) server_goes immediate ;;
	8) server_comes ;;
	12) kill -USR2 "$relay" ;;
	14) kill -USR2 "$relay" ;;
	18) server_is_killed ;;
	20) server_comes ;;
	esac
	forward
	case $step in
	5 | 11 | 22) rest_up_to 100 && kill -HUP "$relay" ;;
	esac
	nothing_is_missing
done
wait "$writing"
all_arrived
expect_equal "$(wc -l <"$folder/taken")" 300 "envelopes"
expect "it was looked often whether one is missing, not $asked times" [ "$asked" -ge 20 ]

it "hands them on once when two clerks do it at the same time"
end_forwarder TERM
for number in $(seq 301 360); do put "$number"; done
"$build/clerk" --config "$folder/machine.conf" --forward 2>>"$folder/clerk.err" &
other=$!
forward
all_arrived
kill -TERM "$other"
wait "$other" || broken "the other ends with $?"

it "keeps an envelope in the inbox until the registry has committed"
# Somebody else is writing: the transaction waits.
mkfifo "$folder/orders"
psql -X -q -d "$(administrator_of intake)" <"$folder/orders" >"$folder/said" 2>&1 &
writer=$!
exec 9>"$folder/orders"
echo 'begin; lock table envelope in share mode; select 1 as locked;' >&9
wait_until 50 grep -q locked "$folder/said" || broken "no lock"
put 361
put 362
sleep 1
expect_equal "$(waiting | wc -l)" 2 "in the inbox"
expect_equal "$(server intake -c 'select count(*) from envelope')" 360 "in the registry"
echo 'commit;' >&9
exec 9>&-
wait "$writer"
all_arrived

it "takes envelopes while the registry is away, waiting for nothing, and hands them on when it is back"
server_goes immediate
sleep 0.3
for number in $(seq 363 382); do put "$number"; done
expect_equal "$(waiting | wc -l)" 20 "in the inbox"
expect "clerk goes on" kill -0 "$forwarder"
server_comes
all_arrived

it "sends again what it cannot know to be there, and changes nothing"
id=$(server intake -c 'select min(id) from envelope')
server intake -c "update envelope set sealed = null, forwarded_at = 1 where id = '$id'"
echo 'again' >"$inbox/.again"
mv "$inbox/.again" "$inbox/$id"
wait_until 100 inbox_is_empty || broken "it stays"
expect_equal "$(server intake -c "select sealed is null, forwarded_at from envelope where id = '$id'")" "t|1"
server intake -c "delete from envelope where id = '$id'"
sed -i "/^$id|/d" "$folder/put"

it "hands on a letter that was corrected under its receipt's own name as a message beside the first, once, and loses neither"
letter=$(printf '%064d' 7)
rows() { server intake -c "select count(*) from envelope where substr(id, 1, 64) = '$letter'"; }
# put_letter TEXT: a synthetic letter under the receipt's name, as the door writes it when the one before was handed on.
put_letter() {
	echo "$1" >"$inbox/.letter"
	mv "$inbox/.letter" "$inbox/$letter"
	wait_until 100 inbox_is_empty || broken "it stays: $(tail -n 3 "$folder/clerk.err")"
}
put_letter 'the first'
put_letter 'what was corrected'
put_letter 'what was corrected'
expect_equal "$(server intake -c "select encode(sealed, 'escape') from envelope where id = '$letter'")" 'the first'
expect_equal "$(server intake -c "select encode(sealed, 'escape') from envelope where id ~ '^$letter-m[0-9a-f]{16}$'")" 'what was corrected'
expect_equal "$(rows)" 2
server intake -c "delete from envelope where substr(id, 1, 64) = '$letter'"

it "leaves alone what is being written, and is held up by nothing that it cannot read"
: >"$folder/clerk.err"
echo half >"$inbox/half.writing"
mkdir "$inbox/folder"
mkfifo "$inbox/pipe"
ln -s "$folder/log.key" "$inbox/link"
put 383
wait_until 100 test ! -e "$inbox/$(tail -n 1 "$folder/put" | cut -d'|' -f1)" || broken "an envelope is held up"
sleep 1
expect_equal "$(waiting | tr '\n' ' ')" "folder half.writing link pipe "
expect "few lines about it, not $(grep -c '' "$folder/clerk.err")" [ "$(grep -c '' "$folder/clerk.err")" -le 12 ]
rm -r "$inbox/half.writing" "$inbox/folder" "$inbox/pipe" "$inbox/link"
all_arrived

it "ends when it is told to"
kill -TERM "$forwarder"
if wait "$forwarder"; then code=0; else code=$?; fi
forwarder=""
expect_equal "$code" 0
