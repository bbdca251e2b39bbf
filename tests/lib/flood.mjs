// SPDX-License-Identifier: Apache-2.0
// flood.mjs ORIGIN FLOOD VISIT RECEIPTS: what strangers send as fast as they can, and meanwhile thirty visitors who want something, each from a network
// of his own. A visitor who is told to wait does so, as people do, but has ten seconds.
//   FLOOD   trickle (uploads that never end, from 40 networks), letters (without a proof of work), messages (of one receipt), guesses (of receipts)
//   VISIT   upload, letter (its receipt is a line more of the file RECEIPTS), open, message, withdraw, file (a message with a photograph), mistype
// Strangers are 127.1-40.*.*, visitors 127.100-130.*.*. Prints one JSON line: how many got through, the longest in milliseconds, how often the
// strangers were answered, and of whom did not get through what he was told.
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import http from "node:http";
import net from "node:net";
import { setTimeout as rest } from "node:timers/promises";

const [origin, flood, visit, receipts] = process.argv.slice(2);
const { port } = new URL(origin);
const visitors = 30;
const patience = 10000;
const photo = readFileSync("tests/data/evidence/photo.jpg");
const known = existsSync(receipts) ? readFileSync(receipts, "utf8").trim().split("\n") : [];
let over = false, answered = 0, refused = 0;

function ask(address, method, path, type, body) {
	return new Promise((done, failed) => {
		const request = http.request({ port, host: "127.0.0.1", localAddress: address, method, path, agent: false, timeout: patience,
			headers: method === "POST" ? { "content-type": type, "content-length": Buffer.byteLength(body) } : {} }, answer => {
			const parts = [];
			answer.on("data", part => parts.push(part));
			answer.on("error", failed);
			answer.on("end", () => done({ status: answer.statusCode, text: Buffer.concat(parts).toString() }));
		});
		request.on("timeout", () => request.destroy(new Error("no answer in 10 s")));
		request.on("error", failed);
		request.end(body);
	});
}

const form = (address, path, fields) => ask(address, "POST", path, "application/x-www-form-urlencoded", new URLSearchParams(fields).toString());
const field = (name, value) => `--edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const file = Buffer.concat([Buffer.from(`--edge\r\nContent-Disposition: form-data; name="evidence"; filename="photo.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`),
	photo, Buffer.from("\r\n--edge--\r\n")]);
const multipart = (address, path, fields, end = "--edge--\r\n") => ask(address, "POST", path, "multipart/form-data; boundary=edge",
	Buffer.concat([Buffer.from(Object.entries(fields).map(([name, value]) => field(name, value)).join("")), Buffer.from(end)]));
const hidden = (text, name) => text.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? "";
const new_receipt = async address => hidden((await ask(address, "GET", "/complaint")).text, "receipt");
const letter = (address, receipt, more = {}) => form(address, "/complaint/send", { receipt, kind: "COMPLAINT", place: "长寿路 1 号", going_on: "no", anonymous: "1",
	story: "有人想让别人都交不上投诉", ...more });
const nonce = () => Math.floor(Math.random() * 2 ** 48).toString(16).padStart(16, "0");
const any = most => Math.floor(Math.random() * most);

// --- Strangers ----------------------------------------------------------------------------------------------------

const stranger = () => `127.${1 + any(4)}.0.${1 + any(200)}`;
const sendings = {
	letters: async address => letter(address, await new_receipt(address)),
	messages: address => multipart(address, "/receipt/message", { receipt: known[0], nonce: nonce(), text: "又一条" }),
	// Of those that were made, none of which leads anywhere.
	guesses: async address => form(address, "/receipt", { receipt: await new_receipt(address) }),
};

async function send_on() {
	while (!over)
		try {
			const { status } = await sendings[flood](stranger());
			answered++;
			refused += status === 429;
		} catch {
			// A stranger does not mind.
		}
}

// One byte a second of 20 MB, for ever.
function trickle(address) {
	const connection = net.connect({ port, host: "127.0.0.1", localAddress: address });
	connection.on("error", () => {});
	connection.on("data", data => (refused += /^HTTP\S+ 4/.test(data)));
	connection.write("POST /complaint/evidence HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary=edge\r\nContent-Length: 20000000\r\n\r\n");
	const drip = setInterval(() => over || connection.destroyed ? clearInterval(drip) : connection.write("-"), 1000);
	return connection;
}

async function begin_flood() {
	if (flood === "trickle")
		for (let network = 1; network <= 40; network++)
			for (let one = 0; one < 16; one++)
				trickle(`127.${network}.0.${1 + one % 4}`);
	else
		for (let i = 0; i < 24; i++)
			send_on();
	// It is there when some of it is refused.
	for (const until = Date.now() + 30000; refused < 20;) {
		if (Date.now() > until)
			throw new Error(`the flood is no flood: ${answered} answers, ${refused} refused`);
		await rest(20);
	}
}

// --- Visitors -----------------------------------------------------------------------------------------------------

// Each gives what he was told, and whether it is what he wanted.
const visits = {
	upload: async address => {
		const { status, text } = await multipart(address, "/complaint/evidence", { receipt: await new_receipt(address), step: "evidence" }, file);
		return [status === 200 && text.includes("photo.jpg"), text];
	},
	letter: async address => {
		const receipt = await new_receipt(address);
		const { status, text } = await letter(address, receipt, { story: "孩子午睡时没有人看护" });
		if (status === 200)
			appendFileSync(receipts, receipt + "\n");
		return [status === 200, text];
	},
	open: async (address, receipt) => {
		const { status, text } = await form(address, "/receipt", { receipt });
		return [status === 200, text];
	},
	message: async (address, receipt) => {
		const { status, text } = await multipart(address, "/receipt/message", { receipt, nonce: nonce(), text: "还有一件事" });
		return [status === 200, text];
	},
	file: async (address, receipt) => {
		const { status, text } = await multipart(address, "/receipt/message", { receipt, nonce: nonce(), text: "照片" }, file);
		return [status === 200, text];
	},
	withdraw: async (address, receipt) => {
		const opened = await form(address, "/receipt", { receipt });
		const { status, text } = await form(address, "/receipt/withdraw", { receipt, nonce: hidden(opened.text, "nonce"),
			number: hidden(opened.text, "number"), sure: "1" });
		return [status === 200, text];
	},
	mistype: async address => {
		const { status, text } = await form(address, "/receipt", { receipt: await new_receipt(address) });
		return [status === 400 && text.includes("还没有找到"), text];
	},
};
const place = 100 + Object.keys(visits).indexOf(visit) + 8 * ["trickle", "letters", "messages", "guesses"].indexOf(flood);

async function person(number) {
	const began = Date.now(), address = `127.${place}.${number}.1`;
	let told = "";
	while (Date.now() - began < patience) {
		try {
			const [through, text] = await visits[visit](address, known[number + 1]);
			if (through)
				return { through, took: Date.now() - began };
			told = text.match(/<h[12][^>]*>([^<]*)</)?.[1] ?? text.slice(0, 100);
		} catch (error) {
			told = error.message;
		}
		await rest(300);
	}
	return { through: false, took: Date.now() - began, told };
}

await begin_flood();
const seen = [];
for (let number = 0; number < visitors; number += 3)
	seen.push(...await Promise.all([0, 1, 2].map(more => person(number + more))));
over = true;
console.log(JSON.stringify({ through: seen.filter(one => one.through).length, most: Math.max(...seen.map(one => one.took)), answered, refused,
	told: [...new Set(seen.filter(one => !one.through).map(one => one.told))] }));
process.exit(0);
