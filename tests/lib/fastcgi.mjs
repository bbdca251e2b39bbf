// SPDX-License-Identifier: Apache-2.0
// fastcgi.mjs SOCKET SENTENCE [PID]: talks to a worker as nginx does, and fails with a line when a sentence does not hold.

import assert from "node:assert/strict";
import net from "node:net";
import { pathToFileURL } from "node:url";
import { setTimeout as rest } from "node:timers/promises";

function record(type, content) {
	const head = Buffer.from([1, type, 0, 1, content.length >> 8, content.length & 255, 0, 0]);
	return Buffer.concat([head, content]);
}

function pair(name, value) {
	const size = text => text.length < 128 ? [text.length] : [128 | text.length >> 24, text.length >> 16 & 255, text.length >> 8 & 255, text.length & 255];
	return Buffer.concat([Buffer.from([...size(name), ...size(value)]), Buffer.from(name + value)]);
}

const LARGEST_RECORD = 65528;

// BEGIN as responder, PARAMS, their end, the body as STDIN, its end. more: other parameters.
export function request(path, keep, more = {}, body = Buffer.alloc(0)) {
	const named = { REQUEST_METHOD: "GET", REQUEST_URI: path, REQUEST_ID: "test", ...more };
	const parameters = Buffer.concat(Object.entries(named).map(([name, value]) => pair(name, value)));
	const pieces = [];
	for (let at = 0; at < body.length; at += LARGEST_RECORD)
		pieces.push(record(5, body.subarray(at, at + LARGEST_RECORD)));
	return Buffer.concat([record(1, Buffer.from([0, 1, keep ? 1 : 0, 0, 0, 0, 0, 0])), record(4, parameters),
		record(4, Buffer.alloc(0)), ...pieces, record(5, Buffer.alloc(0))]);
}

// A connection that reads records: ask(path) gives the text of the answer when END_REQUEST has come.
export class Connection {
	#left = Buffer.alloc(0);
	#answer = [];
	#waiting = [];

	constructor(socket) {
		this.stream = net.connect(socket);
		this.stream.on("data", bytes => this.#read(bytes));
		this.stream.on("error", error => this.#fail(error));
		this.stream.on("close", () => this.#fail(new Error("hung up")));
	}

	#fail(error) {
		for (const { failed } of this.#waiting.splice(0))
			failed(error);
	}

	#read(bytes) {
		this.#left = Buffer.concat([this.#left, bytes]);
		while (this.#left.length >= 8) {
			const size = this.#left.readUInt16BE(4), all = 8 + size + this.#left[6];
			if (this.#left.length < all)
				return;
			assert.equal(this.#left[0], 1, "version of the record");
			if (this.#left[1] === 6)
				this.#answer.push(this.#left.subarray(8, 8 + size));
			else if (this.#left[1] === 3)
				this.#waiting.shift().done(Buffer.concat(this.#answer.splice(0)).toString());
			this.#left = this.#left.subarray(all);
		}
	}

	ask(path, keep = true, more = {}, body = undefined, seconds = 120) {
		return new Promise((done, failed) => {
			const late = setTimeout(() => failed(new Error(`no answer to ${path} in ${seconds} s`)), seconds * 1000);
			this.#waiting.push({ done: text => (clearTimeout(late), done(text)), failed: error => (clearTimeout(late), failed(error)) });
			this.stream.write(request(path, keep, more, body));
		});
	}

	end() {
		this.stream.destroy();
	}
}

const is_fine = text => assert.match(text, /^Status: 200 OK\r\n/);
const asks = async (socket, keep) => {
	const connection = new Connection(socket);
	is_fine(await connection.ask("/healthz", keep));
	connection.end();
};

const sentences = {
	async many(socket) {
		const connection = new Connection(socket);
		for (let i = 0; i < 200; i++)
			is_fine(await connection.ask(i % 2 ? "/healthz" : "/facilities"));
		connection.end();
	},
	async others(socket) {
		const held = Array.from({ length: 5 }, () => new Connection(socket));
		for (const connection of held)
			is_fine(await connection.ask("/healthz"));
		// While those who stay are there: who waited for them would wait for ever.
		await asks(socket, true);
		await asks(socket, false);
		held.forEach(connection => connection.end());
	},
	async turns(socket) {
		const ten = Array.from({ length: 10 }, () => new Connection(socket));
		for (let i = 0; i < 20; i++)
			(await Promise.all(ten.map(connection => connection.ask("/healthz")))).forEach(is_fine);
		ten.forEach(connection => connection.end());
	},
	async outside(socket) {
		const connection = new Connection(socket), told = [];
		for (const place of ["lat=31.40&lon=121.30", "lat=31.10&lon=121.60", "lat=31.40&lon=121.30"]) {
			const page = await connection.ask(`/facilities?${place}`);
			told.push([page.match(/离区界约 ([\d.]+) 公里/)?.[1], page.match(/href="([^"]*)">从最近的区界找起/)?.[1]]);
		}
		assert.ok(told.flat().every(Boolean), `${told}`);
		assert.notEqual(`${told[0]}`, `${told[1]}`);
		assert.equal(`${told[0]}`, `${told[2]}`);
		connection.end();
	},
	async large(socket) {
		const connection = new Connection(socket);
		const text = await connection.ask("/facilities.geojson");
		const [head, body] = text.split(/\r\n\r\n/, 2);
		assert.equal(Buffer.byteLength(body), Number(head.match(/Content-Length: (\d+)/)[1]));
		JSON.parse(body);
		const page = await connection.ask("/api/facilities/PT-0001");
		assert.ok(Buffer.byteLength(page) > 50000, `only ${page.length}`);
		is_fine(await connection.ask("/healthz"));
		connection.end();
	},
	async half(socket) {
		const half = net.connect(socket);
		half.on("error", () => {});
		half.write(request("/healthz", true).subarray(0, 30));
		await rest(50);
		await asks(socket, true);
		half.destroy();
	},
	async junk(socket) {
		for (const junk of ["GET / HTTP/1.0\r\n\r\n", "\0".repeat(100), "\x01\x01\x00\x01\xff\xff\x00\x00", "\x01\x0b\x00\x00\x00\x08\x00\x00"]) {
			const bad = net.connect(socket);
			bad.on("error", () => {});
			bad.end(Buffer.from(junk, "latin1"));
			await rest(20);
			await asks(socket, true);
			bad.destroy();
		}
	},
	async gone(socket) {
		for (let i = 0; i < 10; i++) {
			const connection = net.connect(socket);
			connection.on("error", () => {});
			connection.write(request("/facilities.geojson", true));
			await rest(i);
			connection.destroy();
		}
		await asks(socket, true);
	},
	async ending(socket, pid) {
		const connections = Array.from({ length: 8 }, () => new Connection(socket));
		for (const connection of connections)
			is_fine(await connection.ask("/healthz"));
		const answers = connections.map(connection => connection.ask("/facilities"));
		process.kill(Number(pid), "SIGTERM");
		(await Promise.all(answers)).forEach(is_fine);
	},
};

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
	const [socket, sentence, ...rest_of] = process.argv.slice(2);
	await sentences[sentence](socket, ...rest_of).catch(error => {
		console.log(error.message);
		process.exit(1);
	});
}
