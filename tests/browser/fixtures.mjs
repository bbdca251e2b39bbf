// SPDX-License-Identifier: Apache-2.0
// The fixtures of tests/browser/fixtures as pages in a real browser: templates bound by tools/tplview, static files from
// public/www, under the content security policy that nginx.conf sends. No server, and nothing leaves this machine.

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { root, watch_faults } from "./browser.mjs";

export const origin = "https://shanyu.example";
export const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
	+ "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const folder = root + "tests/browser/fixtures/";
const viewer = process.env.TPLVIEW ?? root + "build/tplview";
const types = { css: "text/css", js: "text/javascript", svg: "image/svg+xml", txt: "text/plain" };
const made = new Map();

export const template_of = name => JSON.parse(readFileSync(folder + name + ".json"))._template;

// Names of the fixtures of one kind of template: "tpl" for pages, "svg.tpl", "xml.tpl".
export function fixtures(kind = "tpl") {
	return readdirSync(folder)
		.map(file => file.replace(/\.json$/, ""))
		.filter(name => template_of(name)?.match(/\.(.*)$/)[1] === kind);
}

export function render(name) {
	if (!made.has(name))
		made.set(name, execFileSync(viewer, [template_of(name), folder + name + ".json"], { cwd: root, encoding: "utf8" }));
	return made.get(name);
}

// A browser context in which origin/fixture/NAME is that fixture. `faults` collects what goes wrong.
export async function open_context(browser, options = {}) {
	const context = await browser.newContext({ locale: "zh-CN", ...options });
	watch_faults(context);
	await context.route("**/*", route => {
		const path = new URL(route.request().url()).pathname;
		const file = root + (path.startsWith("/office/") ? "admin/www" + path.slice(7) : "public/www" + path);
		const answer = path.startsWith("/fixture/") ? [render(path.slice(9)), "text/html; charset=utf-8"]
			: path === "/facilities" ? [render("list_near"), "text/html; charset=utf-8"]
			: path === "/map" ? [render("map_of_results"), "text/html; charset=utf-8"]
			: path === "/map.svg" ? [render("map"), types.svg]
			: /^\/[a-z]+\/[^/]+\/(files\/\d+|attachments\/\d+\/preview)$/.test(path) ? [readFileSync(root + "tests/data/evidence/photo.jpg"), "image/jpeg"]
			: path.endsWith("/qr.svg") || path === "/facilities.qr.svg" || path === "/compare.qr.svg" ? [render("qr"), types.svg]
			: existsSync(file) ? [readFileSync(file), types[file.split(".").pop()]]
			: null;
		if (!answer)
			return route.fulfill({ status: 404, body: "" });
		return route.fulfill({ body: answer[0], contentType: answer[1], headers: { "content-security-policy": policy } });
	});
	return context;
}
