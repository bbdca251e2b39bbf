// SPDX-License-Identifier: Apache-2.0
// The inbox by keyboard: single keys as a help that can be turned off, and everything reached by Tab alone without JavaScript.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start_browser } from "./browser.mjs";
import { open_context, origin } from "./fixtures.mjs";

let browser;
before(async () => {
	browser = await start_browser();
});
after(() => browser.close());

async function visit(options, look) {
	const context = await open_context(browser, { viewport: { width: 1280, height: 900 }, ...options });
	try {
		const page = await context.newPage();
		await page.goto(`${origin}/fixture/admin_cases`, { waitUntil: "load" });
		await look(page);
	} finally {
		await context.close();
	}
}

const focused = page => page.evaluate(() => document.activeElement.textContent.trim() || document.activeElement.id);

test("j and k go from case to case and stop at both ends", () => visit({}, async page => {
	await page.keyboard.press("k");
	assert.equal(await focused(page), "2026-000131");
	await page.keyboard.press("j");
	assert.equal(await focused(page), "2026-000140");
	for (let i = 0; i < 20; i++)
		await page.keyboard.press("j");
	assert.equal(await focused(page), "2026-000075");
}));

test("o opens the case, x picks it, and the row stays where the next key goes on", () => visit({}, async page => {
	await page.keyboard.press("j");
	await page.keyboard.press("j");
	await page.keyboard.press("x");
	assert.deepEqual(await page.$$eval("[data-case] input:checked", boxes => boxes.map(box => box.value)), ["2026-000140"]);
	assert.match(await page.locator(".bulk legend").textContent(), /已选 1 件/);
	await page.keyboard.press("j");
	assert.equal(await focused(page), "2026-000128");
	await Promise.all([page.waitForRequest("**/cases/2026-000128"), page.keyboard.press("o")]);
}));

test("/ goes to the words, g to the number, and typing there moves nothing", () => visit({}, async page => {
	await page.keyboard.press("/");
	assert.equal(await focused(page), "q");
	await page.keyboard.type("jx?");
	assert.match(await page.inputValue("#q"), /jx\?/);
	await page.evaluate(() => document.activeElement.blur());
	await page.keyboard.press("g");
	assert.equal(await focused(page), "jump-number");
}));

test("? tells the keys, and they can be turned off for good", () => visit({}, async page => {
	await page.keyboard.press("?");
	assert.ok(await page.getByRole("dialog", { name: "按键" }).isVisible());
	await page.getByLabel("使用单键").uncheck();
	await page.keyboard.press("Escape");
	await page.evaluate(() => document.activeElement.blur());
	await page.keyboard.press("j");
	assert.doesNotMatch(await focused(page), /^2026/);
	await page.reload();
	await page.keyboard.press("j");
	assert.doesNotMatch(await focused(page), /^2026/);
	await page.getByRole("button", { name: "按键" }).click();
	assert.ok(!await page.getByLabel("使用单键").isChecked());
}));

test("all cases of a page are picked and let go at once", () => visit({}, async page => {
	await page.getByLabel("选中这一页全部").check();
	assert.equal(await page.locator("[data-case] input:checked").count(), 7);
	await page.getByLabel("选中这一页全部").uncheck();
	assert.equal(await page.locator("[data-case] input:checked").count(), 0);
}));

test("without JavaScript every case and its box is reached by Tab, and nothing is shown that would need it", () =>
	visit({ javaScriptEnabled: false }, async page => {
		const reached = new Set();
		await page.locator("#q").focus();
		for (let i = 0; i < 80; i++) {
			await page.keyboard.press("Tab");
			if (await page.locator(":focus").count() === 0)
				break;
			reached.add(await page.locator(":focus").evaluate(part => part.textContent.trim() || part.value));
		}
		assert.ok(reached.has("2026-000131") && reached.has("2026-000075"));
		assert.ok(!await page.getByRole("button", { name: "按键" }).isVisible());
		assert.ok(!await page.getByLabel("选中这一页全部").isVisible());
	}));

test("the printed list is the table alone, with nothing to press", () => visit({}, async page => {
	await page.emulateMedia({ media: "print" });
	assert.ok(await page.getByRole("table").isVisible());
	for (const part of [".filter-bar", ".lists", ".bulk", ".site-header", ".cases__pick", ".govuk-pagination"])
		assert.equal(await page.locator(part).filter({ visible: true }).count(), 0, part);
}));
