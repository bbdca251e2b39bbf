// SPDX-License-Identifier: Apache-2.0
// client.mjs ORIGIN BODIES SHOWN OVER: sends each line of the file BODIES to /complaint/send, eight at a time, and again until its receipt is
// shown, as people do. Every receipt shown is a line of SHOWN. Ends when the file OVER is there or all are sent.
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { Agent, request } from "node:http";

const [origin, bodies, shown, over] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true });
const waiting = readFileSync(bodies, "utf8").trimEnd().split("\n");
const rest = milliseconds => new Promise(done => setTimeout(done, milliseconds));
let tries = 0;

const send = body => new Promise(done => {
	const asked = request(origin + "/complaint/send", {
		agent, method: "POST", timeout: 5000,
		headers: { "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body) },
	}, answer => {
		let text = "";
		answer.setEncoding("utf8");
		answer.on("data", part => (text += part));
		answer.on("end", () => done(answer.statusCode === 200 ? text.match(/id="receipt-code">([^<]*)</)?.[1] : undefined));
		answer.on("error", () => done());
	});
	asked.on("timeout", () => asked.destroy());
	asked.on("error", () => done());
	asked.end(body);
});

async function person() {
	while (waiting.length && !existsSync(over)) {
		const body = waiting.pop();
		for (;;) {
			tries++;
			const receipt = await send(body);
			if (receipt) {
				appendFileSync(shown, receipt + "\n");
				break;
			}
			await rest(30);
			if (existsSync(over))
				return;
		}
	}
}

await Promise.all(Array.from({ length: 8 }, person));
console.log(JSON.stringify({ tries }));
process.exit(0);
