// SPDX-License-Identifier: Apache-2.0
// memory.mjs PID NEEDLE...: how often each of the texts (or hex:... bytes) is found in what the process may write to, one number a line.
import { openSync, readFileSync, readSync } from "node:fs";

const [pid, ...needles] = process.argv.slice(2);
const wanted = needles.map(text => text.startsWith("hex:") ? Buffer.from(text.slice(4), "hex") : Buffer.from(text));
const found = wanted.map(() => 0);
const memory = openSync(`/proc/${pid}/mem`, "r");

for (const line of readFileSync(`/proc/${pid}/maps`, "utf8").trimEnd().split("\n")) {
	const [range, rights] = line.split(" ");
	if (!rights.startsWith("rw"))
		continue;
	const [from, to] = range.split("-").map(hex => BigInt("0x" + hex));
	const bytes = Buffer.alloc(Number(to - from));
	let size = 0;
	try {
		size = readSync(memory, bytes, 0, bytes.length, from);
	} catch {
		continue; // reserved, without memory behind it
	}
	for (const [index, needle] of wanted.entries())
		for (let at = bytes.indexOf(needle); at >= 0 && at < size; at = bytes.indexOf(needle, at + 1)) {
			found[index]++;
			if (process.env.WHERE)
				console.error(line, at, JSON.stringify(bytes.subarray(Math.max(0, at - 60), at + 60).toString("latin1")));
		}
}
console.log(found.join("\n"));
