// SPDX-License-Identifier: Apache-2.0
// probe.mjs WHERE TIMES [PEER...]: asks TIMES times, each on a connection of its own, 10 ms apart; WHERE is http://... or the path
// of a FastCGI socket. Before that, peers that misbehave connect and stay: idle (says nothing), half (half a request), junk.
// Prints one JSON line: failed, median, most, in milliseconds.

import http from "node:http";
import net from "node:net";
import { setTimeout as rest } from "node:timers/promises";

const [where, times, ...peers] = process.argv.slice(2);

function record(type, content) {
	const head = Buffer.from([1, type, 0, 1, content.length >> 8, content.length & 255, 0, 0]);
	return Buffer.concat([head, content]);
}

function pair(name, value) {
	return Buffer.concat([Buffer.from([name.length, value.length]), Buffer.from(name + value)]);
}

// BEGIN (responder, not kept), PARAMS, end of PARAMS, end of STDIN.
function fastcgi_request(path) {
	const parameters = Buffer.concat([pair("REQUEST_METHOD", "GET"), pair("REQUEST_URI", path), pair("REQUEST_ID", "probe")]);
	return Buffer.concat([record(1, Buffer.from([0, 1, 0, 0, 0, 0, 0, 0])), record(4, parameters), record(4, Buffer.alloc(0)),
		record(5, Buffer.alloc(0))]);
}

function ask_socket() {
	return new Promise((done, failed) => {
		const connection = net.connect(where, () => connection.write(fastcgi_request("/healthz")));
		const parts = [];
		connection.setTimeout(120000, () => connection.destroy(new Error("no answer in two minutes")));
		connection.on("data", part => parts.push(part));
		connection.on("error", failed);
		connection.on("close", () => Buffer.concat(parts).includes("Status: 200") ? done() : failed(new Error("no answer")));
	});
}

function ask_http() {
	return new Promise((done, failed) => {
		const path = `/facilities?n=${Math.floor(Math.random() * 1e9)}`;
		const request = http.get(where + path, { agent: false, timeout: 120000 }, response => {
			response.resume();
			response.on("end", () => response.statusCode === 200 ? done() : failed(new Error(response.statusCode)));
		});
		request.on("timeout", () => request.destroy(new Error("no answer in two minutes")));
		request.on("error", failed);
	});
}

const sayings = {
	idle: Buffer.alloc(0),
	half: fastcgi_request("/").subarray(0, 20),
	junk: Buffer.from("GET / HTTP/1.0\r\n\r\n"),
};
const held = peers.map(peer => net.connect(where).on("error", () => {}).on("connect", function () {
	this.write(sayings[peer]);
}));
if (held.length)
	await rest(50);

const took = [];
let failed = 0;
for (let i = 0; i < Number(times); i++) {
	const began = performance.now();
	try {
		await (where.startsWith("http") ? ask_http() : ask_socket());
		took.push(performance.now() - began);
	} catch (error) {
		failed++;
		console.error(error.message);
	}
	await rest(10);
}
held.forEach(connection => connection.destroy());
took.sort((a, b) => a - b);
const rounded = number => Math.round((number ?? -1) * 100) / 100;
console.log(JSON.stringify({ failed, median: rounded(took[took.length >> 1]), most: rounded(took.at(-1)) }));
