#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The house's rules of C: who may use what, and where words, markup and SQL live.
. tests/lib/sentences.sh

git ls-files -co --exclude-standard '*.c' '*.cc' '*.h' | grep -vE '^tests/' >"$folder/all"
programs=$(grep -E '^(lib|rules|workflow|publication|public|intake|admin|accounts|audit|domain|clerk|commands|cgi-bin)/' "$folder/all")

# What the compiler reads: comments out, texts in, one line a line, each with its file.
for file in $programs; do
	gcc -fpreprocessed -dD -E "$file" 2>/dev/null | awk -v file="$file" '/^# [0-9]+ /{ line = $2 - 1; next } { line++; print file ":" line ":" $0 }'
done >"$folder/code"

# The texts in it, one a line.
perl -ne '/^([^:]+:\d+:)(.*)/ or next; ($at, $line) = ($1, $2); print "$at$1\n" while $line =~ /"((?:\\.|[^"\\])*)"/g' \
	"$folder/code" >"$folder/texts"

# nowhere WHAT REGEX [EXCEPT]: no line of code matches, but in the files that EXCEPT matches.
nowhere() {
	grep -P "^[^:]+:[0-9]+:.*$2" "$folder/${in:-code}" | grep -vE "^(${3:-none}):" >"$folder/found" || true
	[ ! -s "$folder/found" ] || broken "$1: $(head -n 10 "$folder/found")"
}

it "uses no function that overruns, keeps hidden state, guesses numbers or calls a shell"
nowhere "copies without bounds" '\b(strcpy|strcat|gets|stpcpy|vsprintf)\s*\('
nowhere "writes texts without bounds" '\bsprintf\s*\([^;]*%s' 'public/facilities/link\.c'
nowhere "hidden state" '\b(strtok|gmtime|localtime|ctime|asctime|strerror_l|rand|srand|readdir_r|getenv_s|setlocale)\s*\('
nowhere "numbers without errors" '\b(atoi|atol|atoll|atof)\s*\('
nowhere "calls a shell" '\b(system|popen|execlp|execvp)\s*\('

it "takes memory from arenas, and frees it nowhere else"
nowhere "memory" '\b(malloc|calloc|realloc|free|strdup|strndup|asprintf|vasprintf)\s*\(' \
	'lib/(base/arena|base/buffer|web/fragment|web/shape)\.c|lib/web/page\.cc|lib/base/json\.c|accounts/totp\.c|intake/core/freed\.c'

it "lets one file know each library, or the few of one engine"
nowhere SQLite '\bsqlite3_' 'lib/(sql/sql_sqlite|find/search)\.c'
nowhere PostgreSQL '\bPQ[a-z]' 'lib/sql/sql_postgresql[a-z_]*\.[ch]'
nowhere FastCGI '\bFCGX_' 'lib/web/serve\.c'
nowhere templates '\bctemplate::|TemplateDictionary' 'lib/web/page\.cc'
nowhere 'the clock' '\b(time|clock_gettime|gettimeofday)\s*\(' 'lib/base/clock\.c'

it "leaves words to templates, markup to templates, and SQL to .sql files"
in=texts
nowhere "Chinese words" '[\x{2E80}-\x{9FFF}\x{FF00}-\x{FFEF}]' 'lib/find/words[a-z_]*\.[ch]'
nowhere markup '</?[a-z]+[^<]*>'
nowhere SQL ':\s*(select\b|insert into\b|delete from\b|update \w+ set\b|create (table|index|virtual)\b|drop table\b|alter table\b)' \
	'lib/(sql/(sql|sql_sqlite|sql_postgresql[a-z_]*|sql_dialect|migrate)|find/search)\.c'
in=code

it "keeps childcare out of the foundation"
grep -wiE 'facility|facilities|vacancy|nursery|childcare|inclusive|programme' "$folder/code" | grep -E '^lib/' | grep -vwE 'CC0|programmes?_t' >"$folder/found" || true
[ ! -s "$folder/found" ] || broken "$(head -n 5 "$folder/found")"

it "keeps rules pure: no files, no SQL, no clock"
grep -E '^rules/' "$folder/code" | grep -P '\b(fopen|open|read|write|printf|sql_[a-z]+|clock_now|getenv)\s*\(' >"$folder/found" || true
[ ! -s "$folder/found" ] || broken "$(head -n 5 "$folder/found")"

it "names the source of each rule"
for file in rules/*/*.h; do
	grep -qiE 'GB|条|article|source|standard|setting|decision|GCJ|BD-09|dated rules|号' "$file" || broken "$file names no source"
done

it "makes no type names and no globals that change"
nowhere typedef '^\s*typedef\b'
make -s -j2 BUILD="$build" all >"$folder/made" 2>&1 || broken "$(tail -n 5 "$folder/made")"
for file in $programs; do
	object=$build/obj/${file%.*}.o
	case $file in *.h) continue ;; esac
	objdump -t "$object" | awk -v file="$file" 'NF > 4 && $(NF - 2) ~ /^\.(data|bss)(\.[^r]|$)/ && $NF !~ /^\.|^DW\./ && $3 == "O" { print file ": " $NF }'
done | grep -vE '^clerk/core/duty\.c: told_to_end$|^lib/base/log\.c: kinds$|^lib/web/page\.cc: _ZN9ctemplate' >"$folder/found" || true
[ ! -s "$folder/found" ] || broken "globals that can change: $(cat "$folder/found")"

it "has no circle of calls between files of different rooms, and no core that calls one of its capabilities"
# shellcheck disable=SC2046 # a list of files
node tools/check/circles.mjs $(echo "$programs" | grep -E '\.cc?$' | grep -v '^cgi-bin/') >"$folder/found" 2>"$folder/within"
[ ! -s "$folder/found" ] || broken "$(head -n 10 "$folder/found")"

it "sees such a circle, and such a call"
mkdir -p "$folder/rooms/admin/core" "$folder/rooms/admin/cases" "$folder/rooms/lib/base"
printf 'void core_one(void)\n{\n\tlib_one();\n}\n' >"$folder/rooms/admin/core/one.c"
printf 'void case_one(void)\n{\n\tcore_one();\n}\n' >"$folder/rooms/admin/cases/one.c"
printf 'void lib_one(void)\n{\n}\n' >"$folder/rooms/lib/base/one.c"
(cd "$folder/rooms" && node "$OLDPWD/tools/check/circles.mjs" admin/core/one.c admin/cases/one.c lib/base/one.c) >"$folder/found" 2>"$folder/within"
[ ! -s "$folder/found" ] || broken "it sees what is not there: $(cat "$folder/found")"
printf 'void lib_one(void)\n{\n\tcase_one();\n}\n' >"$folder/rooms/lib/base/one.c"
printf 'void core_one(void)\n{\n\tlib_one();\n\tcase_one();\n}\n' >"$folder/rooms/admin/core/one.c"
(cd "$folder/rooms" && node "$OLDPWD/tools/check/circles.mjs" admin/core/one.c admin/cases/one.c lib/base/one.c) >"$folder/found" 2>"$folder/within"
grep -q '^circle: lib/base/one.c names case_one' "$folder/found" || broken "a circle is not seen: $(cat "$folder/found")"
grep -q '^core: admin/core/one.c names case_one' "$folder/found" || broken "a call from the core is not seen: $(cat "$folder/found")"

it "makes the bench's registries and editions anew by files that are there"
SHANYU_CLOCK=1 bash -c '. tests/bench/sites.sh; edition_key' >"$folder/key" 2>"$folder/found"
[ ! -s "$folder/found" ] || broken "$(cat "$folder/found")"

it "begins every source file with its licence"
git ls-files -co --exclude-standard '*.c' '*.cc' '*.h' '*.sh' '*.mjs' 'public/www/js/*.js' 'admin/www/js/*.js' style tools tests/run .ci/run Makefile nginx.conf |
	grep -vE '\.(json|md|csv|map|png|svg)$' | while read -r file; do
	[ ! -f "$file" ] || head -n 3 "$file" | grep -q 'SPDX-License-Identifier: Apache-2.0' || echo "$file"
done >"$folder/found"
[ ! -s "$folder/found" ] || broken "without licence: $(cat "$folder/found")"
