// SPDX-License-Identifier: Apache-2.0
// permissions.mjs SOCKET ROUTES SESSIONS SENTENCE WORDS...: asks one worker of the office for every route as every account, and fails with a line for
// each answer that is not what the account's roles say. ROUTES: lines of "METHOD PATH VERB", the parts of paths filled in. SESSIONS: lines of
// "account roles token", roles with commas between.

import fs from "node:fs";
import { Connection } from "./fastcgi.mjs";
import { may } from "./may.mjs";

const [socket, routes_file, sessions_file, sentence, ...words] = process.argv.slice(2);
const lines = file => fs.readFileSync(file, "utf8").trim().split("\n").map(line => line.split(" "));
const routes = lines(routes_file).map(([method, path, verb]) => ({ method, path, verb }));
const accounts = lines(sessions_file).map(([name, roles, token]) => ({ name, roles, token, may: may(roles) }));
const nobody = { name: "nobody", roles: "none", may: new Set() };
const connection = new Connection(socket);
const wrong = [];
let asked = 0;

// ask ACCOUNT METHOD PATH [FORM]: what came back, told by what it means.
async function ask(account, method, path, form = "") {
	const body = Buffer.from(method === "POST" ? form : "");
	const answer = await connection.ask(path, true, { REQUEST_METHOD: method, REMOTE_ADDR: "192.0.2.7", HTTP_HOST: "office.test", HTTP_ORIGIN: "http://office.test",
		HTTP_SEC_FETCH_SITE: "same-origin", CONTENT_TYPE: "application/x-www-form-urlencoded", CONTENT_LENGTH: String(body.length),
		HTTP_COOKIE: account.token ? `__Host-session=${account.token}` : "" }, body);
	const [head] = answer.split("\r\n\r\n", 1), text = answer.slice(head.length + 4);
	const status = Number(head.match(/^Status: (\d+)/m)?.[1]);

	asked++;
	return { status, text, means: status === 403 ? "denied" : status >= 500 || !status ? "broken" : /^Location: \/login/m.test(head) ? "led to the sign-in" : "let in" };
}

const tell = (account, { method, path, verb }, why) => wrong.push(`${account.name} (${account.roles}), ${method} ${path} (${verb}): ${why}`);

async function expect(account, route, form, means) {
	const found = await ask(account, route.method, route.path, form);

	if (found.means !== means)
		tell(account, route, `${found.means}, not ${means} (status ${found.status})`);
	return found;
}

// The token of the account's forms, from any page.
async function sign_in(account) {
	account.csrf = (await ask(account, "GET", "/no-such-page")).text.match(/name="csrf" value="([0-9a-f]+)"/)?.[1];
	if (!account.csrf)
		wrong.push(`${account.name} is not signed in`);
}

const named = name => accounts.find(account => account.name === name);

const sentences = {
	// Every verb that a route asks for is one that a role has.
	async verbs() {
		for (const route of routes)
			if (!accounts.some(account => account.may.has(route.verb)))
				wrong.push(`${route.method} ${route.path}: nobody has ${route.verb}`);
	},
	async nobody() {
		for (const route of routes)
			await expect(nobody, route, "", "led to the sign-in");
	},
	// As who sends a token of his own making.
	async stranger() {
		for (const route of routes)
			await expect({ ...nobody, name: "a stranger", token: "A".repeat(43) }, route, "csrf=" + "a".repeat(64), "led to the sign-in");
	},
	async roles(name) {
		const account = named(name);

		await sign_in(account);
		for (const route of routes)
			await expect(account, route, `csrf=${account.csrf}`, account.may.has(route.verb) ? "let in" : "denied");
	},
	// No token, a wrong one, and that of somebody else who is signed in.
	async token() {
		for (const account of accounts)
			await sign_in(account);
		for (const [i, account] of accounts.entries())
			for (const form of ["", "csrf=", `csrf=${"0".repeat(account.csrf.length)}`, `csrf=${accounts[(i + 1) % accounts.length].csrf}`])
				for (const route of routes.filter(({ method, verb }) => method === "POST" && account.may.has(verb)))
					await expect(account, route, form, "denied");
	},
	// What is of a case (or outcome) outside of the account's scope is not there, whatever is asked of it.
	async outside(name) {
		const account = named(name);

		await sign_in(account);
		for (const route of routes.filter(({ verb }) => account.may.has(verb))) {
			const { status } = await ask(account, route.method, route.path, `csrf=${account.csrf}`);

			if (status !== 404)
				tell(account, route, `status ${status}, not 404`);
		}
	},
	// Of an account whose scope says nothing: nothing but itself, and no word of the case.
	async unscoped(name, number) {
		const account = named(name);

		await sign_in(account);
		for (const route of routes) {
			const { text } = await expect(account, route, `csrf=${account.csrf}`, route.verb === "OWN" ? "let in" : "denied");

			if (text.replaceAll(route.path, "").includes(number))
				tell(account, route, `speaks of ${number}`);
		}
	},
};

await sentences[sentence](...words).catch(error => wrong.push(error.message));
connection.end();
console.log(`${asked} asked`);
if (wrong.length) {
	console.log(wrong.join("\n"));
	process.exit(1);
}
