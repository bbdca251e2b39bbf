// SPDX-License-Identifier: Apache-2.0
// Every state of every page: valid HTML, no accessibility fault that a machine can find, nothing wider than the screen,
// targets large enough for a thumb, nothing against the content security policy, and light enough for an old phone.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import vnu from "vnu-jar";
import { fixtures, open_context, origin, render, root, sizes, start_browser } from "./fixtures.mjs";

const axe = readFileSync(root + "node_modules/axe-core/axe.min.js", "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const narrow = { width: 320, height: 640 };
let browser;

before(async () => (browser = await start_browser()));
after(() => browser.close());

async function visit(name, options, look) {
	const context = await open_context(browser, options);
	try {
		const page = await context.newPage();
		await page.goto(`${origin}/fixture/${name}`, { waitUntil: "load" });
		return await look(page, context);
	} finally {
		await context.close();
	}
}

test("every page is valid HTML", () => {
	const folder = mkdtempSync(join(tmpdir(), "shanyu-pages-"));
	try {
		for (const name of fixtures())
			writeFileSync(join(folder, name + ".html"), render(name));
		const checked = spawnSync("java", ["-jar", vnu, "--errors-only", "--format", "gnu", folder], { encoding: "utf8" });
		const faults = checked.stderr.split("\n").filter(Boolean).map(line => line.slice(line.lastIndexOf("/") + 1));
		assert.deepEqual(faults.slice(0, 10), []);
		assert.equal(checked.status, 0);
	} finally {
		rmSync(folder, { recursive: true });
	}
});

test("the drawings and the site map are well-formed XML", () => {
	for (const name of [...fixtures("svg.tpl"), ...fixtures("xml.tpl")])
		execFileSync("xmllint", ["--noout", "-"], { input: render(name) });
});

const width_beyond = page => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

async function accessibility_faults(page) {
	await page.evaluate(axe);
	const { violations } = await page.evaluate(tags => globalThis.axe.run({ runOnly: tags }), rules);
	return violations.map(one => [one.id, ...one.nodes.map(node => node.target.join(" "))]);
}

// Buttons, fields and links that stand as a row; links in running text are exempt (WCAG 2.5.8).
const small_targets = page => page.evaluate(() => {
	const least = document.documentElement.classList.contains("text-large") ? 60 : 44;
	return [...document.querySelectorAll("button, input:not([type=hidden]), select, summary, nav a, .doors a, .chips a")]
		.map(part => [part.outerHTML.slice(0, 80), (part.closest("label") ?? part).getBoundingClientRect().height])
		.filter(([, height]) => height > 0 && height < least);
});

describe("every state of every page", { concurrency: 4 }, () => {
	for (const name of fixtures()) {
		for (const [device, viewport] of Object.entries(sizes)) {
			test(`${name} is sound on a ${device}`, () => visit(name, { viewport }, async (page, context) => {
				assert.ok(await width_beyond(page) <= 0, "wider than the screen");
				assert.deepEqual(await small_targets(page), [], "too small for a thumb");
				assert.deepEqual(context.faults, [], "faults in the console, the policy's among them");
				assert.deepEqual(await accessibility_faults(page), [], "axe");
			}));
		}

		test(`${name} fits 320 px with text twice as large`, () => visit(name, { viewport: narrow }, async page => {
			await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
			assert.ok(await width_beyond(page) <= 0, "wider than the screen");
		}));

		test(`${name} is whole without JavaScript`, () => visit(name, { javaScriptEnabled: false }, async page => {
			assert.ok(await page.getByRole("heading", { level: 1 }).isVisible());
			const needing = page.locator("[data-locate], [data-copy], [data-print], .tiles");
			assert.equal(await needing.filter({ visible: true }).count(), 0);
		}));
	}
});

for (const name of ["home", "list_all"])
	test(`the first view of ${name} is at most 60 KB`, () => visit(name, { viewport: sizes.phone }, (page, context) => {
		const bytes = [...context.sent].map(([path, body]) => [path, gzipSync(body, { level: 2 }).length]);
		const sum = bytes.reduce((total, [, size]) => total + size, 0);
		assert.ok(sum <= 60 * 1024, JSON.stringify(bytes));
	}));

test("body text is at least 18 px with lines at least 1.5 apart", () => visit("facility_full", {}, async page => {
	const cramped = await page.evaluate(() => [...document.querySelectorAll("main p, main li, main dd, main dt, main label, main select")]
		.map(part => [part.className || part.tagName, getComputedStyle(part)])
		.filter(([, style]) => parseFloat(style.fontSize) < 17 || parseFloat(style.lineHeight) / parseFloat(style.fontSize) < 1.5)
		.map(([name]) => name));
	assert.deepEqual(cramped, []);
	assert.ok(await page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize)) >= 18);
}));

test("a position becomes part of the search, rounded to about a hundred metres", async () => {
	const options = { permissions: ["geolocation"], geolocation: { latitude: 31.240187, longitude: 121.434159 } };
	await visit("home", options, async page => {
		await page.getByRole("button", { name: "用我的位置查找" }).click();
		await page.waitForURL("**/facilities?*");
		assert.equal(new URL(page.url()).search, "?lat=31.240&lon=121.434");
	});
});

test("a refused position is answered with another way", () => visit("home", { permissions: [] }, async page => {
	await page.getByRole("button", { name: "用我的位置查找" }).click();
	await page.getByText("可以改用输入出发点").waitFor();
}));

test("a fifth facility cannot be ticked for comparing", () => visit("list_all", {}, async page => {
	for (let index = 0; index < 4; index++)
		await page.getByRole("checkbox", { name: "对比" }).nth(index).check();
	assert.ok(await page.getByRole("checkbox", { name: "对比" }).nth(4).isDisabled());
}));

test("errors take the focus and lead to their fields", () => visit("list_errors", {}, async page => {
	assert.equal(await page.evaluate(() => document.activeElement.id), "error-summary");
	await page.getByRole("link", { name: "月龄请填整数" }).click();
	assert.ok(page.url().endsWith("#age"));
}));

test("a position that is no position is not sent again", () => visit("list_errors_range", {}, async page => {
	const sent = await page.evaluate(() => [...new FormData(document.getElementById("filter-form")).keys()]);
	assert.ok(!sent.includes("lat") && !sent.includes("lon"));
}));

test("a position goes along when other conditions change", () => visit("list_tiles", {}, async page => {
	const sent = await page.evaluate(() => new URLSearchParams(new FormData(document.getElementById("filter-form"))).toString());
	assert.match(sent, /lat=31\.240&lon=121\.434/);
}));

test("the page can be walked by keyboard alone, starting with the way past the header", () => visit("home", {}, async page => {
	await page.keyboard.press("Tab");
	assert.equal(await page.evaluate(() => document.activeElement.textContent), "跳到正文");
	await page.keyboard.press("Enter");
	for (let step = 0; step < 4; step++)
		await page.keyboard.press("Tab");
	assert.ok(await page.evaluate(() => document.querySelector("main").contains(document.activeElement)));
}));
