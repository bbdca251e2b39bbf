# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh
# What citizens send, to the intake as a CGI program: send PATH [name=value]... ; $status, $folder/head, $folder/body as for visit.
# answers prints a whole complaint's fields, in which later ones of the same name go before earlier ones (send keeps the last).

make_door() {
	mkdir -p "$folder/door"
	shanyu init | grep -E '^(office|receipt)_public_key' >>"$config"
}

send() {
	send_path=$1
	shift
	sent=$(for field; do printf '%s\0' "$field"; done | jq -Rsr 'split("\u0000") | map(select(. != ""))  | map(capture("^(?<n>[^=]*)=(?<v>(.|\n)*)$")) |
		(map(select(.n == "file")) + (map(select(.n != "file")) | group_by(.n) | map(.[-1]))) | map((.n | @uri) + "=" + (.v | @uri)) | join("&")')
	printf '%s' "$sent" >"$folder/sent"
	send_body POST "$send_path" application/x-www-form-urlencoded "$folder/sent"
}

# send_body METHOD PATH CONTENT_TYPE FILE
send_body() {
	visited=$2
	env -i PATH="$PATH" ${SHANYU_CLOCK:+SHANYU_CLOCK="$SHANYU_CLOCK"} REQUEST_METHOD="$1" REQUEST_URI="$2" REQUEST_ID=test-1 CONTENT_TYPE="$3" \
		ASAN_OPTIONS="${ASAN_OPTIONS-}" CONTENT_LENGTH="$(wc -c <"$4")" HTTP_ACCEPT="${accept-}" HTTP_HOST=shanyu.test ADDRESS_GROUP="${address_group-192.0.2}" \
		HTTP_SEC_FETCH_SITE="${fetch_site-}" HTTP_ORIGIN="${sent_from-}" ${trace-} "$build/intake" --config "$config" \
		<"$4" >"$folder/answer" 2>"$folder/complaint" || broken "$1 $2: the program ends with $?: $(head -n 30 "$folder/complaint")"
	sed -n '1,/^\r*$/p' "$folder/answer" | tr -d '\r' >"$folder/head"
	sed '1,/^\r*$/d' "$folder/answer" >"$folder/body"
	status=$(sed -n 's/^Status: \([0-9]*\).*/\1/p' "$folder/head")
}

# The value of a hidden field of the page.
hidden() { sed -n "s/.*name=\"$1\" value=\"\([^\"]*\)\".*/\1/p" "$folder/body" | head -n 1; }

start_complaint() {
	send_body GET "/complaint${1-}" '' /dev/null
	receipt=$(hidden receipt)
}

shown_receipt() { sed -n 's/.*id="receipt-code">\([^<]*\)<.*/\1/p' "$folder/body"; }
envelopes() { find "$folder/inbox" -maxdepth 1 -type f | wc -l; }
