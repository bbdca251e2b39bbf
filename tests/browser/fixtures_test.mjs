// SPDX-License-Identifier: Apache-2.0
// Every state of every page, also those that the demo district does not reach: valid HTML, no accessibility fault that a
// machine can find, nothing wider than the screen, targets large enough for a thumb, nothing against the content security
// policy. pages_test.mjs looks at the running site in the same way, and on a desktop too; site_test.mjs uses it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, describe, test } from "node:test";
import {
	accessibility_faults, cramped_text, invalid_html, sizes, small_targets, start_browser, Tabs, width_beyond,
} from "./browser.mjs";
import { fixtures, open_context, origin, render } from "./fixtures.mjs";

let browser, tabs, plain;

before(async () => {
	browser = await start_browser();
	tabs = new Tabs(await open_context(browser));
	plain = new Tabs(await open_context(browser, { javaScriptEnabled: false }));
});
after(() => browser.close());

const open = (page, name) => page.goto(`${origin}/fixture/${name}`, { waitUntil: "load" });

async function visit(name, options, look) {
	const context = await open_context(browser, options);
	try {
		const page = await context.newPage();
		await open(page, name);
		return await look(page, context);
	} finally {
		await context.close();
	}
}

test("every page is valid HTML", () => {
	assert.deepEqual(invalid_html(Object.fromEntries(fixtures().map(name => [name, render(name)]))).slice(0, 10), []);
});

test("the drawings and the site map are well-formed XML", () => {
	for (const name of [...fixtures("svg.tpl"), ...fixtures("xml.tpl")])
		execFileSync("xmllint", ["--noout", "-"], { input: render(name) });
});

describe("every state of every page", { concurrency: 3 }, () => {
	for (const name of fixtures()) {
		test(`${name} is sound on a phone, with text twice as large, and on a desktop`, () => tabs.lend(async page => {
			await page.setViewportSize(sizes.phone);
			await open(page, name);
			assert.ok(await width_beyond(page) <= 0, "wider than a phone");
			assert.deepEqual(await small_targets(page), [], "too small for a thumb");
			assert.deepEqual(await accessibility_faults(page), [], "axe");
			await page.setViewportSize(sizes.desktop);
			assert.ok(await width_beyond(page) <= 0, "wider than a desktop");
			// The officials' usual screen, 1366 px, at twice the size.
			await page.setViewportSize({ width: 683, height: 384 });
			assert.ok(await width_beyond(page) <= 0, "wider than 1366 px at 200 %");
			await page.setViewportSize({ width: 320, height: 640 });
			await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
			assert.ok(await width_beyond(page) <= 0, "wider than 320 px with text twice as large");
		}));

		test(`${name} is whole without JavaScript`, () => plain.lend(async page => {
			await open(page, name);
			assert.ok(await page.getByRole("heading", { level: 1 }).isVisible());
			const needing = page.locator("[data-locate], [data-copy], [data-print], .tiles");
			assert.equal(await needing.filter({ visible: true }).count(), 0);
			// The first key leads past what stands above every page, to where it begins; it is seen while it is there.
			await page.keyboard.press("Tab");
			const skip = page.getByRole("link", { name: "跳到正文" });
			assert.ok(await skip.evaluate(link => link === document.activeElement && link.getBoundingClientRect().height > 20), "a skip link that is seen");
			await page.keyboard.press("Enter");
			assert.equal(await page.evaluate(() => document.activeElement.id), "main", "the skip link leads to the page's own part");
		}));
	}
});

test("no page gives the console anything to complain of, the content policy neither", () => {
	assert.deepEqual([...tabs.context.faults, ...plain.context.faults], []);
});

test("text is at least 18 px with lines at least 1.5 apart", () => visit("facility_full", {}, async page => {
	assert.deepEqual(await cramped_text(page, 18, 1.5), []);
}));

test("a position becomes part of the search, rounded to about a hundred metres", async () => {
	const options = { permissions: ["geolocation"], geolocation: { latitude: 31.240187, longitude: 121.434159 } };
	await visit("home", options, async page => {
		await page.getByRole("button", { name: "用我的位置" }).click();
		await page.waitForURL("**/facilities?*");
		assert.equal(new URL(page.url()).search, "?lat=31.240&lon=121.434");
	});
});

test("a position keeps the conditions of the search it was asked in", async () => {
	const options = { permissions: ["geolocation"], geolocation: { latitude: 31.240187, longitude: 121.434159 } };
	await visit("locate_found", options, async page => {
		await page.getByRole("button", { name: "用我的位置" }).click();
		await page.waitForURL("**/facilities?*");
		assert.equal(new URL(page.url()).search, "?age=18&vacancy=1&lat=31.240&lon=121.434");
	});
});

test("a counter tells what is left when it gets little and what is too much, and nothing typed is cut", async () => {
	for (const [name, field, most] of [["admin_case_handling", "#reply-text", 5000], ["complaint_story", "#story", 5000]])
		await visit(name, {}, async page => {
			const said = page.locator(field + "-count");
			await page.locator(field).evaluate(input => (input.closest("details") ?? {}).open = true);
			await page.fill(field, "");
			assert.equal(await said.textContent(), "最多 5,000 字");
			await page.fill(field, "字".repeat(most - 7));
			assert.equal(await said.textContent(), "还可以写 7 字");
			await page.fill(field, "😀".repeat(most) + "字".repeat(1200));
			assert.equal(await said.textContent(), "多了 1,200 字，请删短");
			assert.equal(await page.inputValue(field), "😀".repeat(most) + "字".repeat(1200));
		});
});

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
