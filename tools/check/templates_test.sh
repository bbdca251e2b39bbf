#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Templates: what escaping needs, and that every marker is bound and every bound name shown.
. tests/lib/sentences.sh

# nothing WHAT FILE: the file of findings is empty.
nothing() { [ ! -s "$2" ] || broken "$1: $(sed "s|$folder/written/||" "$2" | head -n 12)"; }

it "puts in, by their words, all fields and other parts that templates name"
"$build/tplview" --words "$folder/written" 2>"$folder/found" || broken "$(cat "$folder/found")"
written=$folder/written/templates

it "begins every template with the pragma that escapes"
for file in templates/*/*.tpl; do
	case $(head -n 1 "$file") in
	'{{%AUTOESCAPE context="HTML"}}' | '{{%AUTOESCAPE context="XML"}}') ;;
	*) broken "$file: $(head -n 1 "$file")" ;;
	esac
done

it "puts no value where ctemplate does not know how to escape it"
# Attributes it does not know for addresses, scripts and styles; values in comments; attributes without quotation marks.
grep -nE '[ "](formaction|srcset|poster|xlink:href|srcdoc|style|on[a-z]+|manifest|ping|imagesrcset)="[^"]*\{\{[A-Z]' "$written"/*/*.tpl >"$folder/found" || true
nothing "attributes that are not escaped for what they are" "$folder/found"
grep -nE '=\{\{[A-Z]' "$written"/*/*.tpl | grep -vE "[\"'][^\"']*=\{\{[A-Z][^\"']*[\"']" >"$folder/found" || true
nothing "values without quotation marks" "$folder/found"
grep -nE '<(script|style)[^>]*>[^<]*\{\{[A-Z]' "$written"/*/*.tpl | grep -vE 'application/ld\+json' >"$folder/found" || true
nothing "values in scripts or styles" "$folder/found"
grep -nE '<!--.*\{\{[A-Z]' "$written"/*/*.tpl >"$folder/found" || true
nothing "values in comments" "$folder/found"

it "leaves nothing unescaped but what the program made from other templates"
grep -noE '\{\{[A-Z_0-9]+:(none|[a-z_]+:none)[^}]*\}\}' "$written"/*/*.tpl | grep -vE '\{\{(ROWS|PAGER|NEAREST|JSON_LD|FLOW_CHART):none\}\}$' >"$folder/found" || true
nothing "not escaped" "$folder/found"
grep -noE '\{\{[A-Z_0-9]+:[a-z_:]+' "$written"/*/*.tpl | grep -vE ':(none|url_query_escape|pre_escape)$' >"$folder/found" || true
nothing "modifiers that are not known here" "$folder/found"

it "puts values into a query with the escaping of queries"
grep -nE '(href|action)="[^"]*\?[^"]*=\{\{[A-Z_]+\}\}' "$written"/*/*.tpl | grep -vE '=\{\{(CODE|STREET_CODE|COMMUNITY_CODE|KIND|CSS_VERSION|SIZE)\}\}' >"$folder/found" || true
nothing "values in a query" "$folder/found"

it "names no law, authority or district: they are the district's data, in dated rows with their source"
law='条例|暂行办法|办法》|〔[0-9]{4}〕|(法|例|定|》)第[零一二三四五六七八九十百]+条'
authority='[区市](教育|卫生健康|市场监督管理|民政|公安)[局分]|[区市](卫健委|市监局|政府)|(区|市)人民政府'
district='上海|普陀|黄浦|徐汇|长宁|静安|虹口|杨浦|闵行|宝山|嘉定|浦东|金山|松江|青浦|奉贤|崇明'
grep -rnoE ".{0,6}($law|$authority|$district).{0,6}" templates >"$folder/found" || true
nothing "named in templates" "$folder/found"

it "gives as source of a limit no text of a street or of another district"
grep -nE '[^,]*(区[^,，。]{0,12}|街道|[^城乡]镇)[^,，。]*(办法|规定|细则|通知)' db/district/rules.csv db/district/deadlines.csv >"$folder/found" || true
nothing "sources" "$folder/found"

# Names used: markers and sections, without IF_ and NO_.
grep -ohE '\{\{[#^]?[A-Z][A-Z_0-9]*' "$written"/*/*.tpl | sed 's/{{[#^]*//' | sort -u >"$folder/used"
sed -E 's/^(IF|NO)_//' "$folder/used" | sort -u >"$folder/bases"
code='clerk/facilities/cards.c public/*/*.c public/*/*.h intake/*/*.c intake/*/*.h admin/*/*.c admin/*/*.h workflow/*.c domain/*/letter_form.c lib/web/route.c lib/web/form.c lib/paper/chart.c lib/web/page.cc'

# What is written into the audit by name: by the office's routes, by its other acts, by commands and clerk.
audited() {
	"$build/admin" --routes | awk '$4 != "-" { print $4 }'
	grep -ohE '(\.action = |(note|note_some|user_audit|change)\([^"]*)"[a-z]+\.[a-z_]+"' admin/*/*.c clerk/*/*.c commands/*/*.c | grep -oE '[a-z]+\.[a-z_]+"$' | tr -d '"'
}

# Names bound: texts in the handlers, columns of the queries, form fields with their states, and those made of two parts.
{
	# shellcheck disable=SC2086 # a list of files
	cat $code | grep -oE '"[A-Za-z][A-Za-z_0-9]*"' | tr -d '"'
	sed 's/--.*//' db/portal/queries/*.sql db/portal/migrations/*.sql db/registry/queries/*/*.sql db/registry/migrations/*.sql | grep -oE '[a-z_][a-z_0-9]*'
	awk -F, '$1 == "filing_state" { print "filing_state_is_" $2 }' db/district/terms.csv
	for field in $( ("$build/portal" --routes; "$build/intake" --routes; "$build/admin" --routes; echo "- - - - text sure solved") | awk '{ for (i = 5; i <= NF; i++) print $i }' | sort -u); do
		for state in MISSING MALFORMED OUT_OF_RANGE LENGTH LEAST MOST; do echo "${field}_$state"; done
	done
	# Codes of cases, as sections: KIND_..., STATE_..., STEP_..., and what was chosen: KIND_IS_...
	awk -F, '$1 == "case_kind" { print "kind_" $2; print "kind_is_" $2 } $1 == "case_state" { print "state_" $2; print "step_" $2 }' db/district/terms.csv
	sed -n 's/^const char \*const letter_\([a-z_]*\)\[\] = {\(.*\)NULL };/\1 \2/p' rules/cases/letter_choices.c | tr -d '",' |
		awk '{ for (i = 2; i <= NF; i++) print $1 "_is_" $i }'
	# Parts of the officer's day.
	for part in $(sed -nE 's/^\t\{ "([a-z]+)", "[a-z]+_rows".*/\1/p' admin/cases/day_errands.c); do printf 'part_%s\nlist_%s\n' "$part" "$part"; done
	printf 'action_refused_%s\n' verb scope step form
	# Why something was refused: the words of domain/, as CAUSE_...
	cat domain/*/*.c workflow/*.c admin/cases/case_action.c | grep -oE '"[a-z_]+"' | tr -d '"' | sed 's/^/cause_/'
	printf '%s\n' anonymous_is_0 anonymous_is_1 split_is_1 solved_is_0 solved_is_1 stars_is_1 stars_is_2 stars_is_3 stars_is_4 stars_is_5 sure_is_1 review_is_changed review_is_under_review standing_changed standing_under_review mark_own_words mark_telephone mark_identity mark_name mark_tells state_waits_for_you state_withdrawn step_withdrawn can_rate can_withdraw upload_problem
	sed -nE 's/^\t\.word = "([a-z_]+)".*/word_\1/p' domain/*/procedure.c
	for step in FORWARD ACCEPT REPLY EXTENDED TELL REVIEW; do printf 'deadline_%s\nstep_%s\n' "$step" "$step"; done
	# What the audit records by name, as ACTION_...; roles and verbs; what the pages of accounts say after a change.
	audited | sed 's/^/action_/' | tr .- __
	for role in $(awk -F, '$1 == "role" { print $2 }' db/district/terms.csv); do printf 'choice_%s\ncell_%s\n' "$role" "$role"; done
	sed -nE 's/^\tVERB_([A-Z_]+)[ ,=].*/verb_\1/p' rules/core/permission.h
	printf '%s\n' state_invited state_active state_disabled scope_name with_recovery with_confirm
	sed -nE 's/.*office_go\(request, .*"([a-z]+)"\).*/done_\1/p; s/.*done=([a-z]+)".*/done_\1/p; s/.*set_state\(request, [a-z_]+, "([a-z]+)"\).*/done_\1/p' admin/*/*.c
	# The office's forms on the page of a case, and the notice after each.
	sed -nE 's/.*case_do\(request, "([a-z_]+)".*/do_\1\ndone_\1/p' admin/*/*.c
	printf '%s\n' done_open do_identity going_on_yes going_on_no going_on_unknown meeting_proposed meeting_accepted meeting_declined meeting_settled \
		preview_waiting preview_none preview_missing
	# What is said after something was attached, withdrawn or taken back, on any procedure's page.
	sed -nE 's/.*answer_with\(request, to, &file, "([a-z_]+)".*/done_\1/p' admin/core/attachments.c
	# The steps of an outcome, as forms and as notices; its states.
	sed -nE 's/^\t\{ .code = "([A-Z]+)".*/state_\1/p' domain/disclosures/procedure.c
	"$build/admin" --routes | sed -nE 's#^POST /outcomes/\{code:code\}/([a-z]+) .*#act_\1\ndone_\1#p'
	# Lists of which only so many rows are shown, and those that are paged.
	grep -oE 'read_list\([^;]*"[a-z]+"' admin/cases/case_facts.c | sed -E 's/.*"([a-z]+)"$/\1_count\n\1_more\n\1_before\n\1_later/'
	printf '%s\n' steps_more steps_before steps_later
	grep -oE 'bind_list\([^;]*"[a-z]+"' admin/cases/case_facts.c | sed -E 's/.*"([a-z]+)"$/\1_count/'
	for problem in TOO_LARGE TOO_MANY EMPTY KIND TRUNCATED FULL WAIT GONE; do echo "upload_$problem"; done
	for fact in vacancy fee hours; do
		for part in fresh stale unknown asserted_on; do echo "${fact}_$part"; done
	done
	sed -n '/orders\[\]/s/.*{ \(.*\) }.*/\1/p' public/facilities/filters.c | tr -d '" ' | tr ',' '\n' | sed 's/^/is_/'
} | tr '[:lower:]' '[:upper:]' | sort -u >"$folder/bound"

it "binds every name that a template uses"
comm -23 "$folder/used" "$folder/bound" >"$folder/open"
# IF_NAME and NO_NAME come with NAME.
while read -r name; do
	case $name in
	IF_* | NO_*) grep -qx "${name#??_}" "$folder/bound" || echo "$name" ;;
	*) echo "$name" ;;
	esac
done <"$folder/open" >"$folder/found"
nothing "nobody binds" "$folder/found"

it "shows, in some template, every name that a handler binds"
# shellcheck disable=SC2086 # a list of files
cat $code | tr '\n' ' ' | grep -oE '\b(page_(text|integer|real|made|show|section|rows|global_text|global_show)|bind_(options|links))\([^;"()]*"[A-Za-z_0-9]+"' |
	grep -oE '"[A-Za-z_0-9]+"$' | tr -d '"' | tr '[:lower:]' '[:upper:]' | sed -E 's/^(IF|NO)_//' | sort -u >"$folder/given"
expect "names were read" [ "$(wc -l <"$folder/given")" -gt 40 ]
comm -23 "$folder/given" "$folder/bases" >"$folder/found"
nothing "no template shows" "$folder/found"

it "has words in the audit's page for everything the office, its commands and clerk write into the audit"
audited | sed 's/^/ACTION_/' | tr 'a-z.-' 'A-Z__' | sort -u >"$folder/acts"
expect "those of clerk were read" grep -qx ACTION_CASE_CONTACT_ERASE "$folder/acts"
expect "acts were read" [ "$(wc -l <"$folder/acts")" -gt 40 ]
comm -23 "$folder/acts" "$folder/used" >"$folder/found"
nothing "the audit's page has no words for" "$folder/found"

it "closes every section it opens, in order"
for file in "$written"/*/*.tpl; do
	grep -oE '\{\{[#/][A-Z_0-9]+' "$file" | awk -v file="$file" '
		/#/ { open[++n] = substr($0, 4); next }
		{ if (open[n] != substr($0, 4)) { print file ": " $0 " closes " open[n]; exit } n-- }
		END { if (n > 0) print file ": " open[n] " stays open" }'
done >"$folder/found"
nothing "sections" "$folder/found"

it "includes what every page is given, HEAD, HEADER and FOOTER, and parts that stand in the same folder and have none of their own"
(cd "$folder/written" && grep -oE '\{\{>[A-Z_]+' templates/*/*.tpl) | grep -vE '>(HEAD|HEADER|FOOTER)$' | sed 's/:{{>/ /' | while read -r template name; do
	echo "$(dirname "$template")/$(echo "$name" | tr 'A-Z_' 'a-z-').tpl"
done >"$folder/parts"
while read -r part; do
	[ -f "$part" ] || echo "$part is not there"
	! grep -n '{{>' "$folder/written/$part" /dev/null || true
done <"$folder/parts" >"$folder/found"
nothing "parts" "$folder/found"

it "writes what may be wrong with a field where the field is, not in every template: such sections become fewer"
by_hand=$(grep -ohE '\{\{#[A-Z0-9_]+_(MISSING|MALFORMED|OUT_OF_RANGE)\}\}' templates/*/*.tpl | wc -l)
[ "$by_hand" -le 214 ] || broken "there are $by_hand such sections, there were 214: name the field by a part (templates/README.md)"

it "has no part with words that no template names"
for part in templates/*/*.part; do
	name=$(basename "$part" .part | tr 'a-z-' 'A-Z_')
	[ "$name" = MISTAKE ] || grep -qE "\{\{>$name( |\}|\$)" templates/*/*.tpl || echo "$part"
done >"$folder/found"
nothing "parts" "$folder/found"

it "writes the words of pages in templates that the viewer can expand"
for fixture in tests/browser/fixtures/*.json; do
	template=$(jq -r '._template // empty' "$fixture")
	[ -z "$template" ] || "$build/tplview" "$template" "$fixture" >"$folder/page" 2>"$folder/found" || broken "$fixture: $(cat "$folder/found")"
done
for template in templates/public/*.tpl templates/admin/*.tpl; do
	name=${template#templates/}
	case $name in public/listing.tpl | public/dot.tpl | public/feed-entry.tpl | public/feed-title.tpl | public/feed-asked.tpl | public/export-next.tpl | public/hsds-alert.tpl | admin/head.tpl | admin/header.tpl | admin/footer.tpl | admin/*.sheet.tpl) continue ;; esac
	! grep -qxF "$template" "$folder/parts" || continue
	grep -lqF "\"$name\"" tests/browser/fixtures/*.json || broken "$name: no fixture shows it in the browser tests"
done
