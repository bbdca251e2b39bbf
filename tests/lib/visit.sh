# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh
# visit [-X METHOD] [-H 'Name: value']... PATH asks the site at $origin (with curl) or, without one, the portal as a CGI program.
# Then $status is the number of the answer, $folder/head its headers, $folder/body its body. expect_... look at them.
origin=""
portal_config=$config
# What is said besides when nobody answers; site.sh knows more.
why_site_ended() { :; }

visit() {
	if [ -n "$origin" ]; then
		visit_server "$@"
	else
		visit_program "$@"
	fi
}

visit_server() {
	for visited; do :; done
	case $visited in http://*) url=$visited ;; *) url=$origin$visited ;; esac
	# All words but the last, which is the path.
	words=$#
	while [ "$words" -gt 1 ]; do
		set -- "$@" "$1"
		shift
		words=$((words - 1))
	done
	shift
	: >"$folder/raw_head"
	: >"$folder/body"
	status=$(curl -sS --max-time 300 -g --path-as-is -D "$folder/raw_head" -o "$folder/body" -w '%{http_code}' \
		"$@" "$url" 2>"$folder/curl_error") || broken "curl: $(cat "$folder/curl_error")$(why_site_ended)"
	tr -d '\r' <"$folder/raw_head" >"$folder/head"
}

visit_program() {
	method=GET cookie="" held=""
	while [ $# -gt 1 ]; do
		case "$1 $2" in
		"-X "*) method=$2 ;;
		"-H Cookie: "*) cookie=${2#Cookie: } ;;
		"-H If-None-Match: "*) held=${2#If-None-Match: } ;;
		*) echo "visit: what is $1 $2?" >&2 && return 2 ;;
		esac
		shift 2
	done
	visited=$1
	env -i PATH="$PATH" ${SHANYU_CLOCK:+SHANYU_CLOCK="$SHANYU_CLOCK"} ASAN_OPTIONS="${ASAN_OPTIONS-}" REQUEST_METHOD="$method" REQUEST_URI="$1" REQUEST_ID=test-1 HTTP_COOKIE="$cookie" \
		HTTP_IF_NONE_MATCH="$held" "$build/portal" --config "$portal_config" \
		</dev/null >"$folder/answer" 2>"$folder/complaint" || broken "$method $1: the program ends with $?: $(head -n 30 "$folder/complaint")"
	sed -n '1,/^\r*$/p' "$folder/answer" | tr -d '\r' >"$folder/head"
	sed '1,/^\r*$/d' "$folder/answer" >"$folder/body"
	status=$(sed -n 's/^Status: \([0-9]*\).*/\1/p' "$folder/head")
}

header() { sed -n "s/^$1: //Ip" "$folder/head" | head -n 1; }

expect_status() {
	[ "$status" = "$1" ] || broken "$visited: status $status, not $1: $(head -c 3000 "$folder/body" | grep -o '<title>[^<]*' || head -c 300 "$folder/body")"
}

expect_text() { grep -qF -- "$1" "$folder/body" || broken "$visited: does not say '$1'"; }
expect_no_text() { ! grep -qF -- "$1" "$folder/body" || broken "$visited: says '$1'"; }

# expect_header NAME REGEX; expect_no_header NAME.
expect_header() { header "$1" | grep -qE -- "$2" || broken "$visited: $1 is '$(header "$1")', not like '$2'"; }
expect_no_header() { [ -z "$(header "$1")" ] || broken "$visited: has $1: $(header "$1")"; }

# expect_json FILTER [JQ OPTIONS]: true of the body.
expect_json() {
	filter=$1
	shift
	jq -e "$@" "$filter" "$folder/body" >"$folder/jq" 2>&1 || broken "$visited: not '$filter': $(head -c 500 "$folder/body")"
}

# A page in the house's look that says what went wrong: header, footer, one heading, a way on.
expect_house_look() {
	for part in '<header class="site-header"' '<h1 ' '<main ' '<footer class="site-footer"' 'href="/css/shanyu.css?v=' 'href="/facilities"'; do
		grep -qF -- "$part" "$folder/body" || broken "$visited: page without $part"
	done
	expect_header Content-Type '^text/html; charset=utf-8$'
	expect_header Content-Security-Policy "default-src 'none'"
}

# Every route as an address that answers, for the facility $code.
route_addresses() {
	"$build/portal" --routes | awk -v code="$1" '$1 == "GET" {
		gsub(/\{code:code\}/, code, $2)
		sub(/\{page:code\}/, "home?size=normal", $2)
		sub(/\{kind:code\}/, "case", $2)
		if ($2 == "/text-size") $2 = $2 "?size=normal"
		if ($2 == "/compare.qr.svg") $2 = $2 "?code=" code
		print $2
	}'
}
