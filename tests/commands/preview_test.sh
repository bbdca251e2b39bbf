#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# preview: a picture on stdin, the same without what the camera wrote on stdout; whatever else comes is refused, and nothing else can be done.
. tests/lib/sentences.sh
evidence=tests/data/evidence

# preview FILE: the picture in $folder/made, the exit code in $code.
preview() {
	if "$build/preview" <"$1" >"$folder/made" 2>"$folder/said"; then code=0; else code=$?; fi
}
refused() {
	preview "$1"
	expect_equal "$code" "$2" "$1"
	expect_equal "$(wc -c <"$folder/made")" 0 "bytes of $1"
}

it "makes a JPEG of each kind of photograph that is taken, HEIC too"
for kind in jpg png webp heic; do
	preview "$evidence/photo.$kind"
	expect_equal "$code" 0 "$kind"
	expect_equal "$(head -c 3 "$folder/made" | od -An -tx1)" " ff d8 ff" "$kind"
done

it "leaves out where and with what it was taken, and turns it upright"
preview "$evidence/photo.jpg"
grep -qa Exif "$evidence/photo.jpg" || broken "the photograph has nothing to be left out"
! grep -qaE 'Exif|GPS|Camera|http' "$folder/made" || broken "it is still said"
# Height and width of the frame: a portrait, taken with the telephone on its side.
expect_equal "$(od -An -v -tx1 "$folder/made" | tr -d ' \n' | grep -oE 'ffc[02]0011080[0-9a-f]{7}' | head -n 1 | cut -c11-18)" "050002d0"

it "refuses what is no photograph, or only claims to be one"
printf '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>' >"$folder/drawing.svg"
printf '%%PDF-1.4\n' >"$folder/paper.pdf"
printf 'just words' >"$folder/words.jpg"
: >"$folder/empty.jpg"
for name in drawing.svg words.jpg empty.jpg; do refused "$folder/$name" 2; done
refused "$folder/paper.pdf" 3

# png WIDTH HEIGHT: a picture of one colour, small as a file.
png() {
	node -e '
		const zlib = require("zlib"), [width, height] = process.argv.slice(1).map(Number);
		const chunk = (type, data) => {
			const body = Buffer.concat([Buffer.from(type), data]), head = Buffer.alloc(4), tail = Buffer.alloc(4);
			let crc = ~0;
			for (const byte of body) {
				crc ^= byte;
				for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
			}
			head.writeUInt32BE(data.length);
			tail.writeUInt32BE(~crc >>> 0);
			return Buffer.concat([head, body, tail]);
		};
		const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
		header.writeUInt32BE(width, 0);
		header.writeUInt32BE(height, 4);
		const deflate = zlib.createDeflate({ level: 1 }), rows = [];
		deflate.on("data", bytes => rows.push(bytes));
		deflate.on("end", () => process.stdout.write(Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), chunk("IHDR", header),
			chunk("IDAT", Buffer.concat(rows)), chunk("IEND", Buffer.alloc(0))])));
		const row = Buffer.alloc(width * 3 + 1);
		(async () => {
			for (let at = 0; at < height; at++)
				if (!deflate.write(row)) await new Promise(go => deflate.once("drain", go));
			deflate.end();
		})();
		' "$1" "$2"
}

it "takes the 64 and the 200 million pixels of large sensors, in less memory than they unfold to"
preview "$evidence/photo-64-megapixels.png"
expect_equal "$code" 0 "$(cat "$folder/said")"
expect "a picture" [ "$(wc -c <"$folder/made")" -gt 1000 ]
png 16320 12240 >"$folder/large.png"
if prlimit --as=500000000 "$build/preview" <"$folder/large.png" >"$folder/made" 2>"$folder/said"; then code=0; else code=$?; fi
expect_equal "$code" 0 "$(cat "$folder/said")"
expect "a picture" [ "$(wc -c <"$folder/made")" -gt 1000 ]

it "takes a photograph that lacks the mark at its end"
preview "$evidence/no-end-marker.jpg"
expect_equal "$code" 0

it "refuses a small file that unfolds to more than there is memory for"
png 16320 13000 >"$folder/bomb.png"
expect "it is small" [ "$(wc -c <"$folder/bomb.png")" -lt 5000000 ]
refused "$folder/bomb.png" 3

it "ends, and well or with a refusal, on 200 photographs that were damaged on the way"
for turn in $(seq 200); do
	cp "$evidence/photo.$(echo 'jpg png webp heic' | cut -d' ' -f$((turn % 4 + 1)))" "$folder/damaged"
	size=$(wc -c <"$folder/damaged")
	for _ in 1 2 3; do
		shuf -i 0-255 -n 1 | awk '{ printf "\\%03o", $1 }' | xargs -0 printf >"$folder/byte"
		dd if="$folder/byte" of="$folder/damaged" bs=1 count=1 seek="$(shuf -i 0-$((size - 1)) -n 1)" conv=notrunc status=none
	done
	preview "$folder/damaged"
	case $code in
	0 | 2 | 3) ;;
	*) broken "turn $turn ends with $code: $(cat "$folder/said")" ;;
	esac
done

# paper CONTENT [OBJECT]: one page with this on it.
paper() {
	printf '%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n'
	printf '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>endobj\n'
	printf '4 0 obj<</Length %s>>stream\n%s\nendstream endobj\n%s\ntrailer<</Root 1 0 R/Size 9>>\n%%%%EOF\n' "${#1}" "$1" "${2-}"
}

it "makes a picture of a paper's first page, as large as others"
paper '1 0 0 rg 20 20 100 50 re f' >"$folder/drawn.pdf"
preview "$folder/drawn.pdf"
expect_equal "$code" 0
expect_equal "$(od -An -v -tx1 "$folder/made" | tr -d ' \n' | grep -oE 'ffc[02]0011080[0-9a-f]{7}' | head -n 1 | cut -c11-18)" "03200640"

it "is ended rather than open a font that a paper does not bring along, also in a thread that was there before the fence"
paper 'BT /F 24 Tf 20 50 Td (words) Tj ET' '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj' >"$folder/worded.pdf"
refused "$folder/worded.pdf" 159

it "ends, and well or with a refusal, on 100 papers that were damaged on the way"
for turn in $(seq 100); do
	cp "$folder/drawn.pdf" "$folder/damaged"
	size=$(wc -c <"$folder/damaged")
	for _ in 1 2 3; do
		shuf -i 0-255 -n 1 | awk '{ printf "\\%03o", $1 }' | xargs -0 printf >"$folder/byte"
		dd if="$folder/byte" of="$folder/damaged" bs=1 count=1 seek="$(shuf -i 5-$((size - 1)) -n 1)" conv=notrunc status=none
	done
	preview "$folder/damaged"
	case $code in
	0 | 2 | 3 | 159) ;;
	*) broken "turn $turn ends with $code: $(cat "$folder/said")" ;;
	esac
done

it "opens, runs and connects to nothing once it has the picture"
# The last it asks of the outside before it decodes is the end of its input.
for file in "$evidence/photo.heic" "$folder/drawn.pdf"; do
	strace -f -o "$folder/trace" "$build/preview" <"$file" >"$folder/made" 2>"$folder/said"
	awk '/seccomp\(SECCOMP_SET_MODE_FILTER|prctl\(PR_SET_SECCOMP, SECCOMP_MODE_FILTER/ { fenced = 1; next } fenced' "$folder/trace" >"$folder/after"
	expect "it works on" [ "$(wc -l <"$folder/after")" -gt 5 ]
	! grep -E '(open|openat|socket|connect|execve|fork|kill|ptrace)\(' "$folder/after" >"$folder/found" || broken "$(head -n 5 "$folder/found")"
done
