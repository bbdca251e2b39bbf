// SPDX-License-Identifier: Apache-2.0
// Every page of the running site and every state of it that the demo district reaches: sound on a phone and on a desktop, in
// large text, as HTML, for who listens to it, and in bytes.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import {
	accessibility_faults, broken_names, cramped_text, invalid_html, sizes, small_targets, start_browser, Tabs, width_beyond, widths,
} from "./browser.mjs";
import { open_site, start_site } from "./site.mjs";

const now = Date.now() / 1000;
const stale = one => one.vacancy_until && one.vacancy_until < now;
const old_fee = one => one.fee_until && one.fee_until < now;
const with_care = one => one.programmes.length > 1;

// What stands for {stale} and so on in the addresses: facilities of the district by what is so of them.
const wanted = { full: with_care, other: with_care, third: one => one.kind === "COMMUNITY", stale, old_fee, none: one => one.kind === "GUIDE_STATION" };

const pages = {
	"home": "/",
	"list": "/facilities",
	"list near a position": "/facilities?lat=31.240&lon=121.434&within=30",
	"list near a community": "/facilities?street={street}&community={community}&age=18",
	"list with every filter": "/facilities?q=路&age=24&mode=FULL_DAY&kind=KG_CLASS&inclusive=1&fee_max=4000&vacancy=1&sort=fee",
	"list of places without care": "/facilities?kind=GUIDE_STATION",
	"list, second page": "/facilities?page=2",
	"list with errors": "/facilities?age=x&fee_max=x&lat=999&lon=1&within=15&street=x&mode=x&kind=x&q=%21&sort=x&page=x",
	"list, empty with a way on": "/facilities?kind=INST_PROFIT&fee_max=1",
	"list, empty without": "/facilities?q=zzzz&kind=ECD_BASE&fee_max=1&age=1",
	"map of results": "/map",
	"map of results near a position": "/map?lat=31.240&lon=121.434&within=30",
	"facility": "/facilities/{full}?from=31.24000,121.42000",
	"facility without care": "/facilities/{none}",
	"facility out of date": "/facilities/{stale}",
	"poster": "/facilities/{full}/poster",
	"compare none": "/compare",
	"compare one": "/compare?code={full}",
	"compare four": "/compare?code={old_fee}&code={none}&code={stale}&code={third}&lat=31.24&lon=121.43",
	"compare too many": "/compare?code={full}&code={none}&code={stale}&code={third}&code={other}",
	"locate": "/locate",
	"locate, found": "/locate?place=曹杨&keep=age%3D18",
	"locate, not found": "/locate?place=qqqq",
	"disclosures": "/disclosures",
	"open data": "/open-data",
	"privacy": "/privacy",
	"accessibility": "/accessibility",
	"site map": "/site-map",
	"not found": "/nowhere",
	"bad address": "/locate?place=" + "x".repeat(100),
	"bad address that nginx refuses": "/%zz",
	"file not found": "/css/none.css",
};
const statuses = { "list with errors": 400, "not found": 404, "bad address": 400, "bad address that nginx refuses": 400, "file not found": 404 };

const site = await start_site();
const browser = await start_browser();
const facilities = await site.facilities();
const names = {}, sources = {}, titles = {};
for (const [name, fits] of Object.entries(wanted))
	names[name] = facilities.find(one => fits(one) && !Object.values(names).includes(one.code)).code;
const { street_code, community_code } = facilities.find(one => one.community_code);
Object.assign(names, { street: street_code, community: community_code });

const tabs = new Tabs(await open_site(browser, site));
const enlarged = await open_site(browser, site, { viewport: sizes.phone });
await enlarged.addCookies([{ name: "text_size", value: "large", url: site.origin }]);
const large = new Tabs(enlarged);

after(async () => {
	await browser.close();
	await site.stop();
});

const address_of = name => pages[name].replace(/\{(\w+)\}/g, (_, what) => names[what]);

async function open(page, name) {
	const response = await page.goto(address_of(name), { waitUntil: "load" });
	assert.equal(response.status(), statuses[name] ?? 200);
	return response;
}

async function fits_every_width(page) {
	for (const width of widths) {
		await page.setViewportSize({ width, height: 740 });
		assert.ok(await width_beyond(page) <= 0, `wider than ${width} px`);
		assert.deepEqual(await broken_names(page), [], `names broken at ${width} px`);
	}
}

describe("every page", { concurrency: 3 }, () => {
	for (const name of Object.keys(pages)) {
		test(`${name}: is sound on a phone and on a desktop`, () => tabs.lend(async page => {
			await page.setViewportSize(sizes.phone);
			sources[name] = await (await open(page, name)).text();
			titles[name] = await page.title();
			assert.ok(await width_beyond(page) <= 0, "wider than a phone");
			assert.deepEqual(await small_targets(page), [], "too small for a thumb");
			assert.deepEqual(await cramped_text(page, 18, 1.3), [], "too small to read");
			assert.deepEqual(await accessibility_faults(page), [], "axe on a phone");
			await page.setViewportSize(sizes.desktop);
			assert.ok(await width_beyond(page) <= 0, "wider than a desktop");
			assert.deepEqual(await accessibility_faults(page), [], "axe on a desktop");
			await fits_every_width(page);
		}));

		test(`${name}: is as large as older people need it`, { skip: name.includes("nginx") || name.includes("file") }, () => large.lend(async page => {
			await page.setViewportSize(sizes.phone);
			await open(page, name);
			assert.ok(await width_beyond(page) <= 0, "wider than a phone");
			assert.deepEqual(await small_targets(page), [], "targets under 60 px");
			assert.deepEqual(await cramped_text(page, 30, 1.3), [], "text under 30 px or lines under 1.3");
			await fits_every_width(page);
		}));
	}
});

test("all of it is valid HTML", () => {
	const files = Object.fromEntries(Object.entries(sources).map(([name, html]) => [name.replace(/\W+/g, "_"), html]));
	assert.equal(Object.keys(files).length, Object.keys(pages).length);
	assert.deepEqual(invalid_html(files).slice(0, 10), []);
});

test("titles tell pages apart, and say when something is wrong", () => {
	const plain = Object.keys(pages).filter(name => !/^list|^map|^locate|^compare|^bad|not found|nginx/.test(name));
	assert.equal(new Set(plain.map(name => titles[name])).size, plain.length);
	assert.match(titles["list with errors"], /^错误：/);
});

test("no page asks anything of another host, none breaks the content policy or errs", () => {
	for (const { context } of [tabs, large]) {
		assert.deepEqual(context.foreign, []);
		// The console also tells of an answer that is meant to be 400 or 404.
		assert.deepEqual(context.faults.filter(fault => !/^Failed to load resource: .* status of 40[04]/.test(fault)), []);
	}
});

// The bytes that come over the line until the page is shown, as the browser counts them, with nothing kept from before.
async function bytes_of_first_view(name) {
	const context = await open_site(browser, site, { viewport: sizes.phone });
	try {
		const page = await context.newPage();
		const session = await context.newCDPSession(page);
		const bytes = {}, addresses = {};
		await session.send("Network.enable");
		session.on("Network.requestWillBeSent", ({ requestId, request }) => (addresses[requestId] = new URL(request.url).pathname));
		session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => (bytes[addresses[requestId]] = encodedDataLength));
		await page.goto(address_of(name), { waitUntil: "networkidle" });
		return bytes;
	} finally {
		await context.close();
	}
}

for (const name of ["home", "list", "list near a position", "facility"]) {
	test(`the first view of ${name} is at most 60 KB`, async () => {
		const bytes = await bytes_of_first_view(name);
		const sum = Object.values(bytes).reduce((total, some) => total + some, 0);
		assert.ok(Object.keys(bytes).length >= 3, JSON.stringify(bytes));
		assert.ok(sum <= 60 * 1024, JSON.stringify(bytes));
	});
}
