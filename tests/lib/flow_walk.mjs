// SPDX-License-Identifier: Apache-2.0
// flow_walk.mjs SOCKET ACTIONS SESSION NUMBER SET WORD: one account (SESSION "account roles token") tries every action of a case in every state of the
// procedure: what the declaration does not give it there must be refused and change nothing, and its form must not stand on the page; what it does give must not
// be refused for the state. SET: a command that puts the case into the state it is given. ACTIONS: the lines of build/tests/flows.

import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { Connection } from "./fastcgi.mjs";
import { may } from "./may.mjs";

const [socket, actions_file, session, number, set, word] = process.argv.slice(2);
const [name, roles, token] = session.split(" ");
const verbs = may(roles);
const actions = fs.readFileSync(actions_file, "utf8").trim().split("\n").map(line => line.split(" ")).filter(([of]) => of === word)
	.map(([, action, from, to, actor, verb]) => ({ action, from, to, actor, verb }));
const states = [...new Set(actions.flatMap(({ from, to }) => [from, to]))].filter(state => state !== "-");
const office = actions.filter(({ verb }) => verb !== "-");
const names = [...new Set(office.map(({ action }) => action))];
const OTHER_STATE = "这一步已经不能做了";
const connection = new Connection(socket);
const wrong = [];
let forbidden = 0, open = 0, csrf = "";

async function ask(method, path, form = "") {
	const body = Buffer.from(form);
	const answer = await connection.ask(path, true, { REQUEST_METHOD: method, REMOTE_ADDR: "192.0.2.7", HTTP_HOST: "office.test", HTTP_ORIGIN: "http://office.test",
		HTTP_SEC_FETCH_SITE: "same-origin", CONTENT_TYPE: "application/x-www-form-urlencoded", CONTENT_LENGTH: String(body.length),
		HTTP_COOKIE: `__Host-session=${token}` }, body);
	const [head] = answer.split("\r\n\r\n", 1);

	return { status: Number(head.match(/^Status: (\d+)/m)?.[1]), text: answer.slice(head.length + 4) };
}

const put = state => execFileSync(set, [number, state], { encoding: "utf8" }).trim();
const now = () => execFileSync(set, [number], { encoding: "utf8" }).trim();

for (const state of states) {
	const before = put(state);
	const page = await ask("GET", `/cases/${number}`);
	const given = action => office.some(one => one.action === action && one.from === state && verbs.has(one.verb));
	const send = (action, revision) => ask("POST", `/cases/${number}/${action}`, `csrf=${csrf}&revision=${revision}`);

	csrf ||= page.text.match(/name="csrf" value="([0-9a-f]+)"/)?.[1] ?? "";
	for (const action of names.filter(action => !given(action))) {
		const { status, text } = await send(action, before.split(" ")[1]);
		const may_it = office.some(one => one.action === action && verbs.has(one.verb));

		forbidden++;
		if (page.text.includes(`action="/cases/${number}/${action}"`))
			wrong.push(`${name} in ${state}: the page offers ${action}`);
		if (status !== 403 || may_it !== text.includes(OTHER_STATE))
			wrong.push(`${name} in ${state}: ${action} has status ${status}`);
	}
	if (now() !== before)
		wrong.push(`${name} in ${state}: what is forbidden changes the case: ${before} to ${now()}`);
	for (const action of names.filter(given)) {
		const { status, text } = await send(action, put(state).split(" ")[1]);

		open++;
		if (text.includes(OTHER_STATE) || status >= 500)
			wrong.push(`${name} in ${state}: ${action} is refused (${status})`);
	}
}
connection.end();
console.log(`${states.length} states, ${names.length} actions: ${open} open, ${forbidden} forbidden`);
if (wrong.length) {
	console.log(wrong.join("\n"));
	process.exit(1);
}
