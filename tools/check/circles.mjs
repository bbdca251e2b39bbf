// SPDX-License-Identifier: Apache-2.0
// Circles of calls: node circles.mjs FILE.c... Files are the points, an arrow leads from a file to each whose functions or tables it names. Told of are circles
// through files of different rooms (folders), and arrows from the core of a layer into one of its capabilities.
import { readFileSync } from 'node:fs';

const files = process.argv.slice(2);
const room = (file) => file.slice(0, file.lastIndexOf('/'));
const plain = (text) => text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, ' ').replace(/"(\\.|[^"\\])*"/g, '""').replace(/^[ \t]*#.*(\\\n.*)*/gm, '');

const text = new Map(files.map((file) => [file, plain(readFileSync(file, 'utf8'))]));
// What each file defines at its outermost level: functions, and constant tables. Those that are static hide others of their name.
const owner = new Map(), own = new Map();
for (const [file, code] of text) {
	const hidden = new Set();
	for (const [, before, name] of code.matchAll(/^((?:[a-z_]\w*[ \t*]+)+)(\w+)(?=\([^;{}]*\)\s*\n\{|(?:\[[^\]]*\])*\s*=)/gm)) {
		if (/\bstatic\b/.test(before)) hidden.add(name);
		else owner.set(name, file);
	}
	own.set(file, hidden);
}
const arrows = new Map();
for (const [file, code] of text) {
	const to = new Map();
	// A member (work->case_of, .answer = ...) is no call.
	for (const [, name] of code.matchAll(/(?<![\w.>])(\w+)\b/g)) {
		const other = owner.get(name);
		if (other && other !== file && !own.get(file).has(name)) to.set(other, [...(to.get(other) ?? []), name]);
	}
	arrows.set(file, to);
}

// Tarjan's strongly connected components.
const circles = [], index = new Map(), low = new Map(), stack = [], on_stack = new Set();
function visit(file) {
	index.set(file, index.size);
	low.set(file, index.get(file));
	stack.push(file);
	on_stack.add(file);
	for (const other of arrows.get(file).keys()) {
		if (!index.has(other)) visit(other);
		if (on_stack.has(other)) low.set(file, Math.min(low.get(file), low.get(other)));
	}
	if (low.get(file) !== index.get(file)) return;
	const circle = [];
	do on_stack.delete(circle[circle.push(stack.pop()) - 1]); while (circle.at(-1) !== file);
	if (circle.length > 1) circles.push(circle);
}
for (const file of files) if (!index.has(file)) visit(file);

const found = [];
for (const circle of circles) {
	if (new Set(circle.map(room)).size === 1) continue;
	for (const file of circle) for (const [other, names] of arrows.get(file))
		if (circle.includes(other) && room(other) !== room(file)) found.push(`circle: ${file} names ${[...new Set(names)].join(', ')} of ${other}`);
}
for (const [file, to] of arrows) for (const [other, names] of to)
	if (/\/core$/.test(room(file)) && room(file).split('/')[0] === room(other).split('/')[0] && room(other) !== room(file))
		found.push(`core: ${file} names ${[...new Set(names)].join(', ')} of ${other}`);
for (const line of found) console.log(line);
console.error(`${files.length} files, ${circles.length} circles within one room`);
for (const circle of circles) if (new Set(circle.map(room)).size === 1) console.error(`  ${circle.join(' ')}`);
