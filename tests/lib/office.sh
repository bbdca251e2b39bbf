# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh
# The officials' side as a CGI program. as ACCOUNT: from now on this account asks, signed in wholly; nobody: no one is. get PATH and
# post PATH [name=value]... ask; a post carries the session's token by itself. $status, $folder/head and $folder/body as for visit.
cookie="" csrf="" site=same-origin address=192.0.2.7 type="" length=""

as() {
	cookie="__Host-session=$("$build/tests/session" "$config" "$1")"
	get /no-such-page
	csrf=$(hidden csrf)
}

nobody() { cookie="" csrf=""; }

# The value of a hidden field of the page.
hidden() { sed -n "s/.*name=\"$1\" value=\"\([^\"]*\)\".*/\1/p" "$folder/body" | head -n 1; }

ask() {
	visited=$2
	env -i PATH="$PATH" ${SHANYU_CLOCK:+SHANYU_CLOCK="$SHANYU_CLOCK"} ASAN_OPTIONS="${ASAN_OPTIONS-}" REQUEST_METHOD="$1" REQUEST_URI="$2" \
		REQUEST_ID=test-1 REMOTE_ADDR="$address" HTTP_COOKIE="$cookie" HTTP_HOST=office.test HTTP_ORIGIN=http://office.test \
		HTTP_SEC_FETCH_SITE="$site" HTTP_USER_AGENT="${agent-}" CONTENT_TYPE="${type:-application/x-www-form-urlencoded}" CONTENT_LENGTH="${length:-$(wc -c <"$3")}" \
		"$build/admin" --config "$config" <"$3" >"$folder/answer" 2>"$folder/complaint" ||
		broken "$1 $2: the program ends with $?: $(head -n 30 "$folder/complaint")"
	sed -n '1,/^\r*$/p' "$folder/answer" | tr -d '\r' >"$folder/head"
	sed '1,/^\r*$/d' "$folder/answer" >"$folder/body"
	status=$(sed -n 's/^Status: \([0-9]*\).*/\1/p' "$folder/head")
}

get() { ask GET "$1" /dev/null; }

post() {
	posted=$1
	shift
	for field in "csrf=$csrf" "$@"; do printf '%s\0' "$field"; done |
		jq -Rsr 'split("\u0000") | map(select(. != "") | capture("^(?<n>[^=]*)=(?<v>(.|\n)*)$") | (.n | @uri) + "=" + (.v | @uri)) | join("&")' |
		tr -d '\n' >"$folder/posted"
	ask POST "$posted" "$folder/posted"
}

# one_part HEAD: one part of a form with files; its content is on stdin.
one_part() {
	printf -- '--X-Y\r\nContent-Disposition: form-data; %s\r\n\r\n' "$1"
	cat
	printf '\r\n'
}

# attach PATH [name=value]... [name=@FILE_NAME=FILE]...: a form with files, as a browser sends it, the session's token first.
attach() {
	attached_to=$1
	shift
	{
		for field in "csrf=$csrf" "$@"; do
			case $field in
			*=@*=*)
				of_file=${field#*=@}
				one_part "name=\"${field%%=*}\"; filename=\"${of_file%%=*}\"" <"${of_file#*=}"
				;;
			*) printf '%s' "${field#*=}" | one_part "name=\"${field%%=*}\"" ;;
			esac
		done
		printf -- '--X-Y--\r\n'
	} >"$folder/posted"
	send_multipart "$attached_to"
}

# send_multipart PATH: what stands in $folder/posted.
send_multipart() {
	type='multipart/form-data; boundary=X-Y'
	ask POST "$1" "$folder/posted"
	type=""
}

# What the audit's newest row says, as action|subject|account.
newest_audit() { in_registry "select action || '|' || subject || '|' || account from audit order by seq desc limit 1"; }

# work_of COMMAND...: run it; $work then says how many milliseconds of the processor that took. Others on the machine do not count.
work_of() {
	times >"$folder/began"
	"$@"
	times >"$folder/ended"
	work=$(cat "$folder/began" "$folder/ended" |
		awk -F '[ms ]+' 'NR % 2 == 0 { total = -total + $1 * 60000 + $2 * 1000 } END { printf "%d\n", total }')
}
