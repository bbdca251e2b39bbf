// SPDX-License-Identifier: Apache-2.0
// The finder in WebKit, the engine of every browser on iOS, WeChat's too: Debian's MiniBrowser on a screen that nobody sees, led by WebDriver (W3C).
// What it says of itself is WebKitGTK, no telephone: fingers, and what Apple adds to WebKit, are not tried here.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { after, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { free_port, start_site } from "./site.mjs";

const element_key = "element-6066-11e4-a52e-4f735466cecf";
const site = await start_site();

// A screen of its own choosing: Xvfb says which number it took.
const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "900x1200x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
const [number] = await once(screen.stdio[3], "data");
const port = await free_port();
const driver = spawn("WebKitWebDriver", [`--port=${port}`], { stdio: "ignore", env: { ...process.env, DISPLAY: `:${String(number).trim()}`, LIBGL_ALWAYS_SOFTWARE: "1" } });

async function command(method, path, body) {
	const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
	const { value } = await answer.json();
	if (!answer.ok)
		throw new Error(`${path}: ${value.error} ${value.message}`);
	return value;
}

async function until(what, holds) {
	for (let tenths = 0; tenths < 3000; tenths++) {
		const held = await Promise.resolve().then(holds).catch(() => false);
		if (held)
			return held;
		await pause(100);
	}
	assert.fail(`waited in vain until ${what}`);
}

await until("the driver listens", () => command("GET", "/status"));
const { sessionId } = await command("POST", "/session", { capabilities: { alwaysMatch: {} } });
const session = `/session/${sessionId}`;

after(async () => {
	await command("DELETE", session).catch(() => {});
	driver.kill();
	screen.kill();
	await site.stop();
});

const open = address => command("POST", `${session}/url`, { url: site.origin + address });
const run = (script, ...args) => command("POST", `${session}/execute/sync`, { script, args });
const address = () => run("return location.pathname + location.search");
const names = () => run("return [...document.querySelectorAll('.found .listing__name a')].map(link => link.textContent)");
const find = selector => command("POST", `${session}/element`, { using: "css selector", value: selector }).then(found => found[element_key]);
const click = async selector => command("POST", `${session}/element/${await find(selector)}/click`, {}).catch(problem => assert.fail(`${selector}: ${problem.message}`));
const type = async (selector, text) => command("POST", `${session}/element/${await find(selector)}/value`, { text });
const resize = (width, height) => command("POST", `${session}/window/rect`, { width, height });
const arrived = (what, pattern) => until(what, async () => pattern.test(await address()) && await run("return document.readyState") === "complete");

test("what a grandmother answers on the first page finds, and a facility's page leads back to the same list, by its link and by Back", async () => {
	await open("/");
	await type("#q", "长寿路");
	await type("#age", "一岁半");
	await click("#start button[type=submit]");
	await arrived("the list is there", /^\/facilities\?/);
	const found = await names();
	assert.ok(found.length > 1);
	await click(".found .listing__name a");
	await arrived("the facility is there", /^\/facilities\/[A-Z]/);
	assert.equal(await run("return document.querySelector('h1').textContent"), found[0]);
	assert.match(await run("return document.querySelector('.contact__phone a').getAttribute('href')"), /^tel:\+?\d+$/);
	await click(".govuk-back-link");
	await arrived("the list is there again", /^\/facilities\?/);
	assert.deepEqual(await names(), found);
	await click(".found .listing__name a");
	await arrived("the facility is there", /^\/facilities\/[A-Z]/);
	await command("POST", `${session}/back`, {});
	await arrived("Back leads to the list", /^\/facilities\?/);
	assert.deepEqual(await names(), found);
});

test("two are chosen and compared side by side, and stay chosen", async () => {
	await open("/facilities?sort=fee");
	await click(".listings li:nth-child(1) .choose input");
	await click(".listings li:nth-child(2) .choose input");
	await click(".found__compare button");
	await arrived("the comparison is there", /^\/compare\?/);
	assert.equal(await run("return document.querySelectorAll('thead th').length"), 2);
	await open("/facilities?sort=fee");
	await until("both are ticked", async () => await run("return document.querySelectorAll('.choose input:checked').length") === 2);
});

test("the map marks the start and leads to a facility", async () => {
	await open(`/map?q=${encodeURIComponent("长寿路")}`);
	assert.equal(await run("return document.querySelectorAll('.map__dot').length"), 20);
	assert.equal(await run("return document.querySelectorAll('.map__start').length"), 1);
	assert.ok(await run("return document.querySelector('.map__dot circle').getBoundingClientRect().width") >= 24);
	assert.match(await run("return document.querySelector('.map__dot').getAttribute('href')"), /^\/facilities\/[A-Z]/);
});

test("no page is wider than a narrow window, large text included", async () => {
	await resize(400, 800);
	for (const size of ["normal", "large"]) {
		await open(`/text-size?size=${size}&return=/`);
		for (const page of ["/", "/facilities?age=18", "/map", "/locate", `/facilities/${encodeURIComponent((await site.facilities())[0].code)}`, "/compare?code=PT-0002&code=PT-0003"]) {
			await open(page);
			assert.ok(await run("return document.documentElement.scrollWidth <= innerWidth"), `${page} in ${size} text, ${await run("return innerWidth")} px`);
		}
	}
});
