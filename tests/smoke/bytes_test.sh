#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Whatever bytes strangers send: the confined programs answer each of them, and none is ended by the kernel. Every request has a process
# of its own, in which nothing was loaded before.
. tests/lib/registry.sh
. tests/lib/visit.sh
. tests/lib/door.sh

make_demo
shanyu portal rebuild >/dev/null
make_door
facility=$(in_registry "select code from facility order by code limit 1")

# as_escaped FILE: its bytes as a value in a query.
as_escaped() { od -An -v -tx1 "$1" | tr -d '\n' | sed 's/ /%/g'; }
answered() { case $status in 200 | 303 | 4[0-9][0-9]) ;; *) broken "$visited: status '$status' ${1-}" ;; esac; }
# upload CONTENT_TYPE FILE, with a receipt of its own where the file has @RECEIPT@, at both doors that take files.
upload() {
	LC_ALL=C sed "s/@RECEIPT@/$receipt/" "$2" >"$folder/upload"
	send_body POST /receipt/message "$1" "$folder/upload"
	answered "$1"
	send_body POST /complaint/evidence "$1" "$folder/upload"
	answered "$1"
}
# The same with one part whose head this is.
upload_head() {
	printf -- '--X\r\nContent-Disposition: form-data; name="receipt"\r\n\r\n%s\r\n--X\r\n%b\r\n\r\n' "$receipt" "$1" >"$folder/with_head"
	printf 'GIF89a\001\000\001\000\200\000\000\000\000\000\377\377\377,\000\000\000\000\001\000\001\000\000\002\002D\001\000;' >>"$folder/with_head"
	printf '\r\n--X--\r\n' >>"$folder/with_head"
	upload 'multipart/form-data; boundary=X' "$folder/with_head"
}

it "reads the first byte of a body when the fence is up already"
mkfifo "$folder/body_to_come"
env -i REQUEST_METHOD=POST REQUEST_URI=/complaint/evidence CONTENT_LENGTH=9 CONTENT_TYPE='multipart/form-data; boundary=X' \
	"$build/intake" --config "$config" <"$folder/body_to_come" >"$folder/answer" 2>&1 &
exec 3>"$folder/body_to_come"
is_reading() { grep -q '^Seccomp:.2$' "/proc/$!/status"; }
for _ in $(seq 600); do is_reading && break || sleep 0.05; done
is_reading || broken "it is not confined"
exec 3>&-
wait $! || broken "it ends with $?"

it "takes a file whatever its name is written in, and shows the name or what can be read of it"
accept=application/json
for upload in tests/data/uploads/*.body; do
	start_complaint
	upload 'multipart/form-data; boundary=----WebKitFormBoundaryABC' "$upload"
	expect_status 200
	case $upload in
	*/backslash-name.body) expect_json '.file | endswith(":image/png:a\\b.png")' ;;
	*/bidi-name.body) expect_json '.file | endswith(":image/png:照片.png")' ;;
	*/gbk-name.body) expect_json '.file | endswith(":image/png:_.png")' ;;
	*/rfc2231-gb2312.body) expect_json '.file | endswith(":image/png:_")' ;;
	*) broken "$upload: what is right?" ;;
	esac
done
accept=""

it "goes on to the next page after such a file"
for upload in tests/data/uploads/*.body; do
	upload 'multipart/form-data; boundary=----WebKitFormBoundaryABC' "$upload"
	expect_status 200
	expect_text 'name="file" value="'
done

# upload_file NAME FILE STEP: one file of the complaint's evidence, as a browser sends it.
upload_file() {
	printf -- '--X\r\nContent-Disposition: form-data; name="receipt"\r\n\r\n%s\r\n--X\r\nContent-Disposition: form-data; name="go"\r\n\r\n%s\r\n--X\r\nContent-Disposition: form-data; name="evidence"; filename="%s"\r\n\r\n' \
		"$receipt" "${3-}" "$1" >"$folder/one_file"
	cat "$2" >>"$folder/one_file"
	printf '\r\n--X--\r\n' >>"$folder/one_file"
	send_body POST /complaint/evidence 'multipart/form-data; boundary=X' "$folder/one_file"
	expect_status 200
}

it "takes papers and photographs that usual programs show, and says of which the end may be missing"
accept=application/json
for file in junk-before-header.pdf padded-after-eof.pdf photo-64-megapixels.png no-end-marker.jpg photo.jpg; do
	upload_file "$file" "tests/data/evidence/$file"
	expect_json ".file | endswith(\":$file\")"
	expect_json ".unfinished == $([ $file = no-end-marker.jpg ] && echo true || echo false)"
done
accept=""
upload_file 照片.jpg tests/data/evidence/no-end-marker.jpg continue
expect_text '“照片.jpg”收下了，但结尾缺了一点'
upload_file 照片.jpg tests/data/evidence/photo.jpg continue
expect_no_text '结尾缺了一点'

it "takes a file whose name is longer than any file's, and shows its begin"
upload_file "$(printf '长%.0s' $(seq 400)).jpg" tests/data/evidence/photo.jpg
expect_text "$(printf '长%.0s' $(seq 85))</span>"

it "answers a form whose boundary or type is said in another encoding"
for type in "multipart/form-data; boundary*=GBK''----WebKitFormBoundaryABC" "multipart/form-data; boundary*=GB2312''%D5%D5" \
	"multipart/form-data; boundary*0*=ISO-2022-KR''a; boundary*1=b" 'multipart/form-data; boundary="=?GBK?B?1dXGrA==?="' \
	"$(printf 'multipart/form-data; boundary=\325\325')" 'multipart/form-data; charset=GBK; boundary=----WebKitFormBoundaryABC' \
	"multipart/form-data; x*=BIG5''%A4; boundary=----WebKitFormBoundaryABC" '=?GBK?Q?multipart/form-data?=; boundary=X' 'multipart/form-data' \
	'application/x-www-form-urlencoded; charset=GBK' 'text/plain; charset=UTF-7' ''; do
	upload "$type" tests/data/uploads/gbk-name.body
done

it "answers a part whose head says names and types in whatever encoding"
for charset in GBK GB2312 BIG5 ISO-2022-JP ISO-8859-1 UTF-7 IBM1047 none; do
	upload_head "Content-Disposition: form-data; name=\"upload\"; filename=\"=?$charset?B?1dXGrA==?=\""
	upload_head "Content-Disposition: form-data; name=\"upload\"; filename*=$charset''%D5%D5%C6%AC.gif"
	upload_head "Content-Disposition: form-data; name*=$charset''%D5; filename=\"a.gif\"\r\nContent-Type: image/gif; name*=$charset''%D5%D5"
	upload_head "Content-Disposition: form-data; name=\"story\"\r\nContent-Type: text/plain; charset=$charset"
	upload_head "Content-Disposition: form-data; name=\"upload\"; filename=\"\325\325.gif\"\r\nSubject: =?$charset?Q?=D5=D5?="
done

it "answers every input that fuzzing begins with, at every door that could get it"
for input in tests/fuzz/corpus/multipart/*; do
	tail -c +2 "$input" >"$folder/input"
	upload 'multipart/form-data; boundary=X' "$folder/input"
done
find tests/fuzz/corpus -type f ! -path '*/multipart/*' | sort >"$folder/inputs"
while read -r input; do
	for path in /complaint /complaint/send /receipt /receipt/withdraw /receipt/rating /receipt/stamp.txt /receipt/complaint.json; do
		send_body POST "$path" application/x-www-form-urlencoded "$input"
		answered "$input"
	done
	printf 'receipt=%s&q=%s&story=%s' "$(as_escaped "$input")" "$(as_escaped "$input")" "$(as_escaped "$input")" >"$folder/input"
	for path in /complaint /receipt; do
		send_body POST "$path" application/x-www-form-urlencoded "$folder/input"
		answered "$input"
	done
	printf 'step=facility&go=search&kind=COMPLAINT&q=%s' "$(as_escaped "$input")" >"$folder/input"
	send_body POST /complaint application/x-www-form-urlencoded "$folder/input"
	answered "$input"
	for path in /facilities?q= /facilities?lat=31.24\&lon=121.4\&q= /locate?place= "/facilities/$facility?from=" /text-size?return= /disclosures?facility=; do
		visit "$path$(as_escaped "$input")"
		answered "$input"
	done
	LC_ALL=C grep -qP '[\x00-\x20]' "$input" || { visit "/facilities?$(cat "$input")" && answered "$input"; }
done <"$folder/inputs"
