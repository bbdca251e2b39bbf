// SPDX-License-Identifier: Apache-2.0
// The browser of the tests, and what it can tell of a page: wider than the screen, too small for a thumb, axe's faults, and
// whether HTML is valid.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import vnu from "vnu-jar";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const sizes = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 900 } };

const axe = readFileSync(root + "node_modules/axe-core/axe.min.js", "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// more: further words for its command line.
export const start_browser = (more = []) => chromium.launch({
	executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
	args: ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
		"--disable-sync", ...more],
});

// Collects in context.faults what goes wrong in its pages: uncaught errors, and the console's, the content policy's among them.
export function watch_faults(context) {
	context.faults = [];
	context.on("weberror", error => context.faults.push(error.error().message));
	context.on("console", message => {
		if (message.type() === "error")
			context.faults.push(`${message.text()} ${message.location().url}`);
	});
}

// How wide people's screens are, from the smallest telephone to a desk.
export const widths = [320, 360, 768, 1280];

// Names that a line's end divides: [words, lines].
export const broken_names = page => page.evaluate(() =>
	[...document.querySelectorAll(".site-header__mark, .site-header__place, .site-header__nav a")]
		.map(part => {
			const range = document.createRange();
			range.selectNodeContents(part);
			return [part.textContent, new Set([...range.getClientRects()].map(box => Math.round(box.top))).size];
		})
		.filter(([, lines]) => lines > 1));

export const width_beyond = page => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

export async function accessibility_faults(page) {
	await page.evaluate(axe);
	const { violations } = await page.evaluate(tags => globalThis.axe.run({ runOnly: tags, resultTypes: ["violations"] }), rules);
	return violations.map(one => [one.id, ...one.nodes.map(node => node.target.join(" "))]);
}

// Buttons, fields and links that stand as a row; links in running text are exempt (WCAG 2.5.8). 60 px in the large-text mode.
export const small_targets = page => page.evaluate(() => {
	const least = document.documentElement.classList.contains("text-large") ? 60 : 44;
	return [...document.querySelectorAll("button, input:not([type=hidden]), select, summary, nav a, .doors a, .chips a, .listing__call")]
		.filter(part => part.ariaHidden !== "true")
		.map(part => [part.outerHTML.slice(0, 80), (part.closest("label") ?? part).getBoundingClientRect().height])
		.filter(([, height]) => height > 0 && height < least);
});

// Main text that is smaller or closer than asked: [words, size, lines apart]. What stands back on purpose is smaller: hints,
// who said it, the footer.
export const cramped_text = (page, size, lines) => page.evaluate(([size, lines]) =>
	[...document.querySelectorAll("main :is(p, li, dd, dt, label, legend, select, input:not([type=checkbox]), button, td, th, summary)")]
		.filter(part => part.checkVisibility() && !part.closest(".said, .govuk-hint, .code, .copy, .compare__name, .poster, .govuk-back-link"))
		.map(part => [part.textContent.trim().slice(0, 30), getComputedStyle(part)])
		.map(([words, style]) => [words, parseFloat(style.fontSize), parseFloat(style.lineHeight) / parseFloat(style.fontSize)])
		.filter(([, own, apart]) => own < size || apart < lines - 0.005), [size, lines]);

// What is wrong with pages as HTML: {name: html}; all in one go, since the checker takes seconds to start.
export function invalid_html(pages) {
	const folder = mkdtempSync(join(tmpdir(), "shanyu-pages-"));
	try {
		for (const [name, html] of Object.entries(pages))
			writeFileSync(join(folder, name + ".html"), html);
		const checked = spawnSync("java", ["-jar", vnu, "--errors-only", "--format", "gnu", folder], { encoding: "utf8" });
		assert.equal(checked.error, undefined);
		const faults = checked.stderr.split("\n").filter(Boolean).map(line => line.slice(line.lastIndexOf("/") + 1));
		return faults.length || checked.status === 0 ? faults : [`the checker ends with ${checked.status}`];
	} finally {
		rmSync(folder, { recursive: true });
	}
}

// Open tabs, lent to one look at a time, since opening one takes longer than a look.
export class Tabs {
	#idle = [];

	constructor(context) {
		this.context = context;
	}

	async lend(look) {
		const page = this.#idle.pop() ?? await this.context.newPage();
		try {
			return await look(page);
		} finally {
			this.#idle.push(page);
		}
	}
}
