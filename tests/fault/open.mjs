// SPDX-License-Identifier: Apache-2.0
// open.mjs ORIGIN SHOWN: opens each receipt of the file SHOWN, eight at a time, and prints those that lead to no case. One that is not
// out yet is asked for again, ten times.
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";

const [origin, shown] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true });
const waiting = readFileSync(shown, "utf8").trimEnd().split("\n");
const rest = milliseconds => new Promise(done => setTimeout(done, milliseconds));

const opens = receipt => new Promise(done => {
	const body = "receipt=" + receipt;
	const asked = request(origin + "/receipt", {
		agent, method: "POST", timeout: 10000,
		headers: { "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body) },
	}, answer => {
		let text = "";
		answer.setEncoding("utf8");
		answer.on("data", part => (text += part));
		answer.on("end", () => done(answer.statusCode === 200 && text.includes('<section class="follow">')));
		answer.on("error", () => done(false));
	});
	asked.on("timeout", () => asked.destroy());
	asked.on("error", () => done(false));
	asked.end(body);
});

async function person() {
	while (waiting.length) {
		const receipt = waiting.pop();
		let opened = false;
		for (let tries = 0; tries < 10 && !opened; tries++) {
			opened = await opens(receipt);
			if (!opened)
				await rest(200);
		}
		if (!opened)
			console.log(receipt);
	}
}

await Promise.all(Array.from({ length: 8 }, person));
process.exit(0);
