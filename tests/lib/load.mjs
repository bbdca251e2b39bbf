// SPDX-License-Identifier: Apache-2.0
// load.mjs ORIGIN UNTIL CLIENTS PATH...: as many visitors as CLIENTS, each on one open connection, ask for the paths in turn until
// the file UNTIL is there; {random} in a path is another number each time. Prints one JSON line of what they saw:
// failed answers, pages whose 换版NUMBER differ within the page or from others of their edition (its ETag), steps back to an
// older edition, and how long answers took in milliseconds.

import { existsSync } from "node:fs";
import http from "node:http";

const [origin, until, clients, ...paths] = process.argv.slice(2);
const seen = { requests: 0, failed: 0, mixed: 0, back: 0, editions: 0, examples: [] };
const version_of = new Map();
const times = [];
let over = false;

function note(kind, example) {
	seen[kind]++;
	if (seen.examples.length < 10)
		seen.examples.push(`${kind}: ${example}`.slice(0, 300));
}

function ask(agent, path) {
	return new Promise(done => {
		const request = http.get(origin + path, { agent, timeout: 120000 }, response => {
			const parts = [];
			response.on("data", part => parts.push(part));
			response.on("error", error => done({ error: error.message }));
			response.on("end", () => done({ status: response.statusCode, etag: response.headers.etag, body: Buffer.concat(parts).toString() }));
		});
		request.on("timeout", () => request.destroy(new Error("no answer in two minutes")));
		// A kept connection that the server closed before it saw the request: HTTP lets a visitor ask again.
		request.on("error", error => done(request.reusedSocket && error.code === "ECONNRESET" ? { again: true } : { error: error.message }));
	});
}

function look(path, answer, visitor) {
	if (answer.error || answer.status !== 200)
		return note("failed", `${path} ${answer.error ?? answer.status}`);
	const versions = new Set([...answer.body.matchAll(/换版(\d+)/g)].map(found => Number(found[1])));
	const edition = Number(answer.etag?.match(/"(\d+)-/)?.[1]);
	if (!versions.size)
		return;
	const [version] = versions;
	if (versions.size > 1 || (version_of.get(edition) ?? version) !== version)
		note("mixed", `${path} edition ${edition}: ${[...versions]}, not ${version_of.get(edition)}`);
	version_of.set(edition, version);
	if (edition < visitor.edition)
		note("back", `${path} edition ${edition} after ${visitor.edition}`);
	visitor.edition = edition;
}

async function visit(number) {
	const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
	const visitor = { edition: 0 };
	for (let i = number; !over; i++) {
		const path = paths[i % paths.length].replace("{random}", Math.floor(Math.random() * 1e9));
		const began = performance.now();
		let answer = await ask(agent, path);
		if (answer.again)
			answer = await ask(agent, path);
		times.push(performance.now() - began);
		seen.requests++;
		look(path, answer, visitor);
	}
	agent.destroy();
}

const watch = setInterval(() => (over = existsSync(until)), 50);
await Promise.all(Array.from({ length: Number(clients) }, (_, number) => visit(number)));
clearInterval(watch);
times.sort((a, b) => a - b);
const part = share => Math.round((times[Math.floor(times.length * share)] ?? 0) * 100) / 100;
console.log(JSON.stringify({ ...seen, editions: version_of.size, median: part(0.5), p99: part(0.99), most: part(1 - 1e-9) }));
