// SPDX-License-Identifier: Apache-2.0
// bad_office.mjs SOCKET ROUTES SESSIONS NUMBER CODE...: asks every route of the office as every role for what makes no sense, of one worker that
// goes on from each to the next, and fails with a line for each answer that is a fault, leads elsewhere, or is somebody else's; and for each route
// that lets a role through which has not its verb, or keeps out one that has.
// ROUTES: what admin --routes prints. SESSIONS: lines of "account roles token". NUMBER: a case there is. CODE: other things there are.

import assert from "node:assert/strict";
import fs from "node:fs";
import { Connection } from "./fastcgi.mjs";
import { may } from "./may.mjs";

const [socket, routes_file, sessions_file, number, ...codes] = process.argv.slice(2);
const LATE = 30;
const MARK = "<script>alert(1)</script>";
// As they stand in an address or a body: percent signs are the sender's.
const BAD = ["", "%00", "%ff%fe", "%ed%a0%80", "%", "%zz", "-1", "0", "99999999999999999999", "-9223372036854775808", "1e9", "NaN",
	encodeURIComponent(MARK), encodeURIComponent(`"onfocus="alert(1)`), "%0d%0aSet-Cookie:%20stolen=1", "..%2f..%2fetc%2fpasswd", "%27;%20drop%20table%20cases;%20--",
	encodeURIComponent("=cmd|' /C calc'!A0"), "%e2%80%aegnp.exe", "%7b%7bCSRF%7d%7d", "%2f%09%2fevil.example", "2026-99-99", "%ef%bc%90", "%e5%ad%90".repeat(700),
	"A%20".repeat(200), "x".repeat(6000)];
// What a field may well hold, so that more than the form's own judge sees the rest.
const LIKELY = { revision: ["0", "1", "2", "3"], position: ["1"], page: ["2", "2000"], kind: ["COMPLAINT", "REPORT", "NOTE"], urgency: ["URGENT"], matter: ["FOOD"],
	lead: ["MARKET", "EDUCATION"], verdict: ["NOT_SUBSTANTIATED", "SUBSTANTIATED_CORRECTED"], what: ["EXTENSION"], granted: ["yes"], number: [number, "1"],
	merged_into: [number], handler: ["desk", "me", "-"], assignee: ["desk"], role: ["STREET"], department: ["MARKET"], note: ["x"], reason: ["abcd"], text: ["x"],
	state: ["CLOSED", "ACCEPTED"], go: ["open", "save"], code: codes, query: ["q=x"], name: ["desk", "x"] };
const ANSWERS = new Set(["200", "303", "400", "403", "404", "405", "409", "413", "429"]);

// The same numbers every time.
let seed = 20261123;
const below = most => (seed = (seed * 1103515245 + 12345) % 2147483648, Math.floor(seed / 65536) % most);
const one_of = list => list[below(list.length)];

const routes = fs.readFileSync(routes_file, "utf8").trim().split("\n").map(line => {
	const [method, path, verb, , ...fields] = line.trim().split(/\s+/);
	return { method, path, verb, fields };
});

const wrong = [];
let asked = 0, connection = new Connection(socket);

async function ask(who, method, path, body = "", type = "application/x-www-form-urlencoded") {
	const bytes = Buffer.from(body);
	let answer;
	asked++;
	try {
		answer = await connection.ask(path, true, { REQUEST_METHOD: method, REMOTE_ADDR: "2001:db8::" + (asked % 65536).toString(16), HTTP_HOST: "office.test",
			HTTP_ORIGIN: "http://office.test", HTTP_SEC_FETCH_SITE: "same-origin", CONTENT_TYPE: type, CONTENT_LENGTH: String(bytes.length),
			HTTP_COOKIE: who.token ? `__Host-session=${who.token}` : "" }, bytes, LATE);
	} catch (error) {
		wrong.push(`${who.name} ${method} ${path} ${body.slice(0, 200)}: ${error.message}`);
		throw new Error("the worker is gone");
	}
	const [head] = answer.split("\r\n\r\n", 1), text = answer.slice(head.length + 4);
	const value = name => head.split("\r\n").find(line => line.startsWith(name + ": "))?.slice(name.length + 2);
	const status = value("Status")?.slice(0, 3);
	const tell = why => wrong.push(`${who.name} ${method} ${path.slice(0, 200)} ${body.slice(0, 200)}: ${why}`);

	if (!ANSWERS.has(status))
		tell(`answers ${status}`);
	if (value("Content-Type")?.startsWith("text/html") && (text.includes(MARK) || text.includes(`"onfocus="alert(1)`)))
		tell("shows what was typed as markup");
	if (/^Set-Cookie: stolen/m.test(head))
		tell("lets a header be added");
	if (value("Location") !== undefined && !/^\/(?![/\\\t])/.test(value("Location")))
		tell(`leads to ${value("Location")}`);
	if (value("Cache-Control") !== "no-store")
		tell(`may be kept: ${value("Cache-Control")}`);
	for (const [, csrf] of text.matchAll(/name="csrf" value="([^"]*)"/g))
		if (csrf !== (who.csrf ?? csrf))
			tell("has the token of another session");
	if (!who.token && /name="csrf" value="[^"]/.test(text))
		tell("has a token though nobody is signed in");
	return { status, text };
}

const fill = (pattern, strange) => pattern.replace(/\{(\w+):(\w+)\}/g, (part, name, type) =>
	strange ? one_of(["x", "..", "%2e%2e", "%00", "%ff", "-1", "99999999999999999999", "2026-999999", "a".repeat(40), "%3Cscript%3E"])
		: name === "number" ? number : type === "number" ? "1" : name === "name" ? "somebody" : one_of(codes));

const typed = (route, pick) => route.fields.map(field => `${field}=${pick(field)}`).join("&");
const mixed = field => LIKELY[field] && below(3) ? encodeURIComponent(one_of(LIKELY[field])) : one_of(BAD);

async function try_route(who, route) {
	const csrf = `csrf=${who.csrf}`;
	const send = (fields, strange = false) => route.method === "POST" ? ask(who, "POST", fill(route.path, strange), `${csrf}&${fields}`)
		: ask(who, "GET", `${fill(route.path, strange)}?${fields.slice(0, 3000)}`);

	// Ends the session, and takes nothing.
	if (route.path === "/logout")
		return;
	const has = route.verb === "anyone" || who.may.has(route.verb);
	const { status } = await send("");
	if ((status === "403") === has)
		wrong.push(`${who.name} ${route.method} ${route.path}: ${status}, but ${has ? "has" : "has not"} ${route.verb}`);
	if (!has)
		return;
	await send(typed(route, () => one_of(BAD)), true);
	if (!route.fields.length)
		return;
	for (let i = 0; i < 2; i++)
		await send(typed(route, mixed));
	await send(typed(route, field => LIKELY[field] ? encodeURIComponent(one_of(LIKELY[field])) : "x"));
}

const everyone = fs.readFileSync(sessions_file, "utf8").trim().split("\n").map(line => line.split(" ")).map(([name, roles, token]) => ({ name, token, may: may(roles) }));
const nobody = { name: "nobody" };
try {
	for (const who of everyone) {
		const { text } = await ask(who, "GET", "/no-such-page");
		who.csrf = text.match(/name="csrf" value="([0-9a-f]+)"/)?.[1];
		assert.ok(who.csrf, `${who.name} is signed in`);
	}
	assert.equal(new Set(everyone.map(who => who.csrf)).size, everyone.length);
	// In turns: what one request leaves behind would show in the next.
	for (const route of routes) {
		for (const who of everyone)
			await try_route(who, route);
		if (route.path.startsWith("/login") || route.path === "/healthz")
			await ask(nobody, route.method, fill(route.path), typed(route, mixed));
		else
			assert.match((await ask(nobody, route.method, fill(route.path))).status, /303|403/, `nobody at ${route.path}`);
	}
	const desk = everyone[0];
	for (const method of ["DELETE", "PUT", "", "get", "HEAD"])
		await ask(desk, method, "/cases");
	for (const route of routes.filter(route => route.method === "POST" && route.path !== "/logout"))
		assert.match((await ask(desk, "GET", fill(route.path))).status, /200|303|403|404|405/);
	await ask(desk, "POST", `/cases/${number}/note`, `csrf=${desk.csrf}&text=${"x".repeat(300000)}`);
	await ask(desk, "POST", "/cases/assign", `csrf=${desk.csrf}&handler=desk&${"number=A&".repeat(25000)}`);
	await ask(desk, "POST", `/cases/${number}/note`, `csrf=${desk.csrf}`, "multipart/form-data; boundary=x");
	await ask(desk, "GET", "/cases?" + "q=x&".repeat(1000));
	await ask(desk, "GET", "/" + "x".repeat(5000));
	await ask(desk, "GET", "//login");
	await ask({ name: "a stranger", token: "A".repeat(43) }, "GET", "/");
	assert.equal((await ask(nobody, "GET", "/")).status, "303");
} catch (error) {
	wrong.push(error.message);
}
connection.end();
console.log(`${asked} asked`);
if (wrong.length) {
	console.log([...new Set(wrong)].join("\n"));
	process.exit(1);
}
