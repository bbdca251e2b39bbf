// SPDX-License-Identifier: Apache-2.0
// office.mjs SOCKET COOKIE CASES ASKED: asks one worker of the office for its pages, one after the other, and prints "PAGE median p99 worst" in
// milliseconds for list, case and day. The list is asked for as an officer does: open ones, filtered, further pages, a word.

import { Connection } from "../lib/fastcgi.mjs";

const [socket, cookie, cases, asked] = process.argv.slice(2);
const LISTS = ["", "?due=over", "?state=HANDLING", "?street=S3", "?department=D2", "", "?kind=COMPLAINT&sort=received", "?open=all", "?q=咳嗽"];
const number = i => `2026-${String(1 + i * 7919 % Number(cases)).padStart(6, "0")}`;
const PAGES = {
	list: i => `/cases${encodeURI(LISTS[i % LISTS.length])}`,
	case: i => `/cases/${number(i)}`,
	day: () => "/",
};

const connection = new Connection(socket);
const ask = path => connection.ask(path, true, { HTTP_COOKIE: cookie, HTTP_HOST: "office.test", REMOTE_ADDR: "192.0.2.7", HTTP_SEC_FETCH_SITE: "same-origin" });

// The third page, as the links lead to it.
const next_of = async path => /href="\/cases([^"]*)" rel="next"/.exec(await ask(`/cases${path}`))[1].replaceAll("&amp;", "&");
LISTS[5] = await next_of(await next_of(""));

for (const [page, path] of Object.entries(PAGES)) {
	const took = [];
	for (let i = 0; i < Number(asked); i++) {
		const began = performance.now(), answer = await ask(path(i));
		took.push(performance.now() - began);
		if (!answer.startsWith("Status: 200")) {
			console.error(`${path(i)}: ${answer.slice(0, 300)}`);
			process.exit(1);
		}
	}
	took.sort((one, other) => one - other);
	console.log(page, took[took.length >> 1].toFixed(2), took[Math.ceil(took.length * 0.99) - 1].toFixed(2), took.at(-1).toFixed(2));
}
process.exit(0);
