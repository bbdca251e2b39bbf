// SPDX-License-Identifier: Apache-2.0
// Our markup of govuk-frontend's components has the structure of the package's own fixtures: the same elements, the same
// govuk- classes, the same attributes. So an upgrade that changes a component's markup shows here before it shows on a page.
// Free: words, values, widths, our own classes and data- attributes, search for text fields, the options of a select, what
// stands inside a component's content, and the list of page numbers, for which our pager says "page 2 of 3".

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createRequire } from "node:module";
import { start_browser } from "./browser.mjs";
import { open_context, origin } from "./fixtures.mjs";

const require = createRequire(import.meta.url);

function shipped(component, name) {
	const { fixtures } = require(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`);
	return fixtures.find(one => one.name === name).html;
}

// What each component is compared with, and where ours is found: [component, its fixture, our page, selector of ours, of theirs].
const cases = [
	["button", "default", "home", "button[type=submit]", ".govuk-button"],
	["button", "secondary", "facility_full", ".contact button[type=submit]", ".govuk-button"],
	["input", "with hint text", "home", ".start__where > .govuk-form-group", ".govuk-form-group"],
	["input", "with error message", "list_errors_range", ".govuk-form-group:has(#q)", ".govuk-form-group"],
	["input", "with suffix", "list_all", ".govuk-form-group:has(#fee_max)", ".govuk-form-group"],
	["select", "default", "list_all", ".govuk-form-group:has(#mode)", ".govuk-form-group"],
	["select", "error", "list_errors", ".govuk-form-group:has(#street)", ".govuk-form-group"],
	["error-summary", "default", "list_errors", ".govuk-error-summary", ".govuk-error-summary"],
	["error-message", "default", "list_errors", ".govuk-error-message", ".govuk-error-message"],
	["checkboxes", "with label classes", "list_all", ".filter .govuk-checkboxes__item", ".govuk-checkboxes__item"],
	["fieldset", "legend classes", "list_all", "fieldset", "fieldset"],
	["tag", "default", "facility_full", ".programme .govuk-tag:not(.govuk-tag--grey)", ".govuk-tag"],
	["tag", "grey", "facility_full", ".programme .govuk-tag--grey", ".govuk-tag"],
	["summary-list", "default", "facility_full", ".govuk-summary-list", ".govuk-summary-list"],
	["table", "with head", "open_data", ".govuk-table", ".govuk-table"],
	["pagination", "default", "list_all", ".govuk-pagination", ".govuk-pagination"],
	["skip-link", "default", "home", ".govuk-skip-link", ".govuk-skip-link"],
	["details", "default", "list_all", "details", "details"],
	["back-link", "default", "facility_full", ".govuk-back-link", ".govuk-back-link"],
	["inset-text", "default", "compare_one", ".govuk-inset-text", ".govuk-inset-text"],
];

// The skeleton of a component: one line an element, indented; repetitions folded; content that is free left out.
function skeleton(element) {
	const content = ".govuk-details__text, .govuk-summary-list__value, .govuk-table__cell, .govuk-table__header, "
		+ ".govuk-inset-text, .govuk-error-message, .govuk-hint, .govuk-label, .govuk-fieldset, "
		+ ".govuk-pagination__link-title";
	const ours = /^(data-(?!module)|value|name|href|id|for|aria-label$|aria-describedby|open|checked|selected|tabindex|action|method|maxlength|autocomplete|inputmode|style|spellcheck|role$)/;
	const fixed = ["type", "data-module", "rel", "scope", "aria-hidden", "focusable"];
	const lines = (part, depth) => {
		// .whole: words that no line may break, which is no part of a component.
		if (part.matches("option, .pager__where, .govuk-pagination__list, .whole"))
			return [];
		const classes = [...part.classList].filter(name => name.startsWith("govuk-") && !name.match(/--numeric|--width|visually-hidden/)).sort();
		const attributes = [...part.attributes]
			.filter(({ name }) => name !== "class" && !ours.test(name))
			.map(({ name, value }) => fixed.includes(name) ? `${name}=${value.replace("search", "text")}` : name)
			.sort();
		const role = part.getAttribute("role");
		const own = "  ".repeat(depth) + [part.localName, ...classes.map(name => "." + name), ...(role === "alert" ? ["[alert]"] : []),
			...attributes.map(name => `[${name}]`)].join("");
		const inner = part.matches(content) || part.localName === "svg" ? [] : [...part.children].map(child => lines(child, depth + 1));
		const folded = inner.filter((group, index) => index === 0 || group.join() !== inner[index - 1].join());
		return [own, ...folded.flat()];
	};
	return lines(element, 0);
}

let browser, context;

before(async () => {
	browser = await start_browser();
	context = await open_context(browser, { javaScriptEnabled: true });
	await context.addInitScript(`globalThis.skeleton = ${skeleton}`);
});
after(() => browser.close());

for (const [component, name, fixture, ours, theirs] of cases) {
	test(`${component} (${name}) is marked up as shipped`, async () => {
		const page = await context.newPage();
		await page.goto(`${origin}/fixture/${fixture}`);
		const found = await page.locator(ours).first().evaluate(element => globalThis.skeleton(element));
		const expected = await page.evaluate(([html, selector]) => {
			const part = new DOMParser().parseFromString(html, "text/html").querySelector(selector);
			return globalThis.skeleton(part);
		}, [shipped(component, name), theirs]);
		await page.close();
		assert.deepEqual(found, expected);
	});
}
