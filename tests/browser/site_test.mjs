// SPDX-License-Identifier: Apache-2.0
// The running site as people use it: a parent on a desktop, a grandmother on a phone, someone without JavaScript, without a
// mouse, without a map, with a printer.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { sizes, start_browser, width_beyond } from "./browser.mjs";
import { open_site, start_site } from "./site.mjs";

const site = await start_site();
const browser = await start_browser();
const facilities = await site.facilities();

after(async () => {
	await browser.close();
	await site.stop();
});

const person = { desktop: { viewport: sizes.desktop }, phone: { viewport: sizes.phone, hasTouch: true } };
const without_script = { ...person.phone, javaScriptEnabled: false };

// A visit of somebody: a page in a browser of their own, which must not complain, nor ask anything of another host.
async function visit(who, address, look) {
	const context = await open_site(browser, site, who);
	try {
		const page = await context.newPage();
		await page.goto(address);
		await look(page, context);
		assert.deepEqual(context.foreign, [], "asked of another host");
		assert.deepEqual(context.faults.filter(fault => !/status of 40[04]/.test(fault)), [], "faults");
	} finally {
		await context.close();
	}
}

const parameters = page => Object.fromEntries([...new URL(page.url()).searchParams].filter(([, value]) => value !== ""));
const names = page => page.locator(".found .listing__name a").allTextContents();
const total = async page => Number((await page.locator(".found__count").textContent()).match(/\d+/)[0]);
const chips = page => page.locator(".chips__chip");
const find = page => page.getByRole("button", { name: "查找", exact: true }).click();

async function open_filter(page) {
	if (!await page.locator("details.filter").evaluate(part => part.open))
		await page.getByText("筛选和排序").click();
}

const minutes = async page => (await page.locator(".listing__distance").allTextContents()).map(text => Number(text.match(/约 (\d+)/)[1]));
const rising = numbers => numbers.every((number, index) => index === 0 || number >= numbers[index - 1]);

describe("the first page", () => {
	test("asks its whole question on one screen of a phone, the notice of the demonstration included", () => visit(without_script, "/", async page => {
		for (const label of ["在哪里", "多大了", "全天还是半天", "便宜些", "现在有余位"])
			assert.ok((await page.getByLabel(label).boundingBox()).y > 0, label);
		const button = await page.getByRole("button", { name: "查找", exact: true }).boundingBox();
		assert.ok(button.y + button.height <= sizes.phone.height, `the button ends at ${button.y + button.height}`);
		assert.equal(await page.evaluate(() => scrollY), 0);
		assert.ok(await page.locator(".start__drawing").isVisible());
	}));

	test("a grandmother's answers are the list's conditions", () => visit(without_script, "/", async page => {
		await page.getByLabel("在哪里").fill("长寿路");
		await page.getByLabel("多大了").fill("18");
		await page.getByLabel("全天还是半天").selectOption("全日托");
		await page.getByLabel("便宜些").check();
		await page.getByLabel("现在有余位").check();
		await find(page);
		assert.deepEqual(parameters(page), { q: "长寿路", age: "18", mode: "FULL_DAY", inclusive: "1", vacancy: "1" });
		const said = (await chips(page).allTextContents()).join();
		for (const words of ["从长寿路出发", "一岁半（18 个月）", "全日托", "普惠", "有余位"])
			assert.ok(said.includes(words), `${words}: ${said}`);
		assert.ok(await total(page) > 0);
	}));

	test("guidance for parents has an entry of its own", () => visit(person.phone, "/", async page => {
		await page.getByRole("region", { name: "育儿指导" }).getByRole("link", { name: "家庭科学育儿指导站" }).click();
		assert.deepEqual(parameters(page), { kind: "GUIDE_STATION" });
	}));
});

describe("what was typed and not yet sent", () => {
	for (const who of [person.phone, without_script])
		test(`stays when the size of text changes, ${who.javaScriptEnabled === false ? "without" : "with"} scripts`, () => visit(who, "/", async page => {
			await page.getByLabel("在哪里").fill("兰溪路");
			await page.getByLabel("多大了").fill("18");
			await page.getByLabel("现在有余位").check();
			await page.getByRole("button", { name: "大字版" }).click();
			await page.locator("html.text-large").waitFor();
			assert.equal(await page.getByLabel("在哪里").inputValue(), "兰溪路");
			assert.equal(await page.getByLabel("多大了").inputValue(), "18");
			assert.ok(await page.getByLabel("现在有余位").isChecked());
			// The Enter key searches, and does not change the size.
			await page.getByLabel("多大了").press("Enter");
			await page.waitForURL("**/facilities?*");
			assert.equal(await page.locator("html.text-large").count(), 1);
			await page.goto("/locate");
			await page.getByLabel("从哪里出发").fill("武宁");
			await page.getByRole("button", { name: "标准字号" }).click();
			await page.locator("html:not(.text-large)").waitFor();
			assert.equal(await page.getByLabel("从哪里出发").inputValue(), "武宁");
			await page.goto("/facilities");
			await open_filter(page);
			await page.getByLabel("孩子多大").fill("20");
			await page.getByRole("button", { name: "大字版" }).click();
			await page.locator("html.text-large").waitFor();
			assert.deepEqual(parameters(page), { age: "20" });
		}));

	test("stays on the second page of the list, too", () => visit(person.phone, "/facilities?page=2", async page => {
		await open_filter(page);
		await page.getByLabel("孩子多大").fill("20");
		await page.getByRole("link", { name: "大字版" }).click();
		await page.locator("html.text-large").waitFor();
		assert.equal(parameters(page).age, "20");
	}));

	test("is there again for who goes back to a page that the browser did not keep", async () => {
		const unkept = await start_browser(["--disable-features=BackForwardCache"]);
		const context = await open_site(unkept, site, person.phone);
		try {
			const page = await context.newPage();
			await page.goto("/");
			await page.getByLabel("在哪里").fill("长寿路");
			await page.getByLabel("多大了").fill("18");
			await page.getByLabel("全天还是半天").selectOption("全日托");
			await find(page);
			await page.waitForURL("**/facilities?*");
			await page.goBack();
			assert.equal(await page.getByLabel("全天还是半天").inputValue(), "FULL_DAY");
			assert.equal(await page.getByLabel("在哪里").inputValue(), "长寿路");
			assert.equal(await page.getByLabel("多大了").inputValue(), "18");
		} finally {
			await unkept.close();
		}
	});
});

describe("the map", () => {
	const boxes = (page, selector) => page.locator(selector).evaluateAll(all => all.map(part => {
		const { left, top, right, bottom } = part.getBoundingClientRect();
		return { left, top, right, bottom, words: part.textContent };
	}));
	const meet = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

	test("is one touch away at the top of the list, without script too, and leads back to the same list", () => visit(without_script, "/facilities?age=18&page=2", async page => {
		const way = page.getByRole("link", { name: "看地图", exact: true });
		assert.ok((await way.boundingBox()).y < (await page.locator(".listing").first().boundingBox()).y);
		await way.click();
		assert.equal(await page.locator(".map__dot").count(), 20);
		assert.equal(await page.locator(".map__dot text").first().textContent(), "21");
		await page.getByRole("link", { name: "返回名单" }).click();
		assert.deepEqual(parameters(page), { age: "18", page: "2" });
	}));

	test("grows its letters and numbers in large text, and still covers no name and no start", () => visit({ viewport: sizes.phone }, "/map?q=长寿路", async (page, context) => {
		const heights = async () => Promise.all([".map__dot text", ".map__name"].map(async selector => (await boxes(page, selector)).map(box => box.bottom - box.top)[0]));
		const before = await heights();
		await context.addCookies([{ name: "text_size", value: "large", url: site.origin }]);
		for (const question of ["q=长寿路", "q=真如站&page=2", "lat=31.24&lon=121.434", "street=310107102", "age=18"]) {
			await page.goto(`/map?${question}`);
			const after = await heights();
			assert.ok(after.every((height, at) => height === undefined || height > 1.35 * before[at]), `${question}: ${after} after ${before}`);
			const dots = await boxes(page, ".map__dot circle, .map__start path"), names = await boxes(page, ".map__name");
			for (const [at, dot] of dots.entries()) {
				assert.ok(dot.right - dot.left >= 36, `${question}: a dot of ${dot.right - dot.left} px`);
				for (const other of dots.slice(0, at))
					assert.ok(Math.hypot(dot.left - other.left, dot.top - other.top) >= 36, `${question}: dots too near`);
			}
			for (const name of names)
				assert.deepEqual(dots.filter(dot => meet(dot, name)), [], `${question}: ${name.words} is covered`);
		}
	}));

	for (const width of [320, 360, 1280])
		test(`shows every number apart, large enough for a finger, and covers no name, at ${width} px`, () => visit({ viewport: { width, height: 740 } }, "/map", async page => {
			let names_seen = 0;
			for (const question of ["", "page=2", "page=5", "sort=name", "q=长寿路", "q=真如站", "q=曹杨路站&within=15", "street=310107102", "kind=COMMUNITY",
				"lat=31.24&lon=121.434", "lat=31.2399&lon=121.4339&page=3", "kind=GUIDE_STATION&page=4", "kind=ECD_BASE", "age=6"]) {
				await page.goto(`/map?${question}`);
				const dots = await boxes(page, ".map__dot circle, .map__start path"), names = await boxes(page, ".map__name");
				assert.ok(dots.length > 0, question);
				for (const [at, dot] of dots.entries()) {
					assert.ok(dot.right - dot.left >= 24, `${question}: a dot of ${dot.right - dot.left} px`);
					for (const other of dots.slice(0, at))
						assert.ok(Math.hypot(dot.left - other.left, dot.top - other.top) >= 24, `${question}: dots too near`);
				}
				for (const [at, name] of names.entries()) {
					assert.deepEqual(dots.filter(dot => meet(dot, name)), [], `${question}: ${name.words} is covered`);
					assert.deepEqual(names.slice(0, at).filter(other => meet(other, name)), [], `${question}: names cover each other`);
				}
				names_seen += names.length;
			}
			assert.ok(names_seen > 50, `only ${names_seen} names`);
		}));
});

describe("finding", () => {
	for (const word of ["长寿路", "changshoulu", "csl"])
		test(`sets out from 长寿路 by ${word}`, () => visit(person.phone, "/", async page => {
			await page.getByLabel("在哪里").fill(word);
			await find(page);
			assert.equal(parameters(page).q, word);
			assert.ok((await chips(page).allTextContents()).some(text => text.includes("从长寿路出发")));
			assert.ok(await total(page) > 0);
		}));

	test("filters by age, fee and vacancy; each filter is a chip that can be taken off", () => visit(person.desktop, "/facilities", async page => {
		await page.getByLabel("孩子多大").fill("18");
		await page.getByLabel("每月最高费用").fill("3000");
		await page.getByLabel("只看有余位的").check();
		await find(page);
		// A vacancy counts until the end of its last day in Shanghai.
		const today = Math.floor((Date.now() / 1000 + 28800) / 86400) * 86400 - 28800;
		const fits = facilities.filter(one => one.programmes.some(programme => programme.age_from_months <= 18 && programme.age_to_months > 18
			&& (programme.fee_fen <= 300000 && programme.fee_unit === "MONTH" || programme.fee_fen === 0) && programme.has_vacancy && programme.vacancy_until >= today));
		assert.ok(fits.length > 0);
		assert.equal(await total(page), fits.length);
		assert.ok((await names(page)).every(name => fits.some(one => one.name === name)));
		const said = await chips(page).allTextContents();
		assert.deepEqual(said.map(text => text.replace("去掉条件：", "").replace("×", "")), ["一岁半（18 个月）", "每月 3000 元以内（不含餐费）", "有余位"]);
		for (let left = 2, before = fits.length; left >= 0; left--) {
			await chips(page).first().click();
			await page.waitForURL(address => ![...address.searchParams.keys()].includes(["vacancy", "fee_max", "age"][left]) || left < 2);
			assert.equal(await chips(page).count(), left);
			assert.ok(await total(page) >= before);
			before = await total(page);
		}
		assert.deepEqual(parameters(page), {});
		assert.equal(await total(page), facilities.length);
	}));

	test("the address holds everything: loaded again, or by somebody else, it shows the same", () => visit(person.desktop, "/facilities", async page => {
		await page.getByLabel("服务方式").selectOption("全日托");
		await page.getByLabel("排序", { exact: true }).selectOption("费用低的在前（不含餐费）");
		await page.getByLabel("只看普惠的").check();
		await find(page);
		await page.getByRole("link", { name: "下一页" }).click();
		await page.getByText("第 2 页").waitFor();
		assert.deepEqual(parameters(page), { mode: "FULL_DAY", inclusive: "1", sort: "fee", page: "2" });
		const shown = await names(page);
		await page.reload();
		assert.deepEqual(await names(page), shown);
		await visit(person.phone, page.url(), async other => {
			assert.deepEqual(await names(other), shown);
			assert.equal(await other.locator("#mode").inputValue(), "FULL_DAY");
			assert.ok(await other.locator("#inclusive").isChecked());
			assert.equal(await other.locator("#sort").inputValue(), "fee");
		});
	}));

	test("pages follow each other without a gap, there and back", () => visit(person.phone, "/facilities?sort=name", async page => {
		const first = await names(page);
		await page.getByRole("link", { name: "下一页" }).click();
		await page.getByText("第 2 页").waitFor();
		const second = await names(page);
		assert.equal(new Set([...first, ...second]).size, 40);
		assert.equal(await page.locator(".listing__number").first().textContent(), "21");
		await page.getByRole("link", { name: "上一页" }).click();
		await page.getByText("第 1 页").waitFor();
		assert.deepEqual(await names(page), first);
		await page.goto(`/facilities?page=${Math.ceil(facilities.length / 20)}`);
		assert.equal(await names(page).then(last => last.length), facilities.length % 20 || 20);
		assert.equal(await page.getByRole("link", { name: "下一页" }).count(), 0);
	}));

	test("an empty result says what to leave out, and that finds as many as it says", () => visit(person.phone, "/facilities?kind=INST_PROFIT&fee_max=1&vacancy=0", async page => {
		await page.getByRole("heading", { name: "没有同时符合这些条件的机构" }).waitFor();
		const way = page.locator(".less__way a", { hasText: "不限费用（每月 1 元以内，不含餐费）" });
		const promised = Number((await way.locator(".doors__count").textContent()).match(/\d+/)[0]);
		const example = await page.locator(".less", { has: way }).locator(".listing__name a").textContent();
		await way.click();
		assert.equal(await total(page), promised);
		assert.deepEqual(parameters(page), { kind: "INST_PROFIT", vacancy: "0" });
		assert.equal((await names(page))[0], example);
	}));

	test("who asks for too much is told so, and led to all", () => visit(person.phone, "/facilities?kind=ECD_BASE&fee_max=1&age=1&q=zzzz", async page => {
		await page.getByText("只去掉一个条件也没有").waitFor();
		await page.getByRole("link", { name: "看全部机构" }).click();
		assert.equal(await total(page), facilities.length);
	}));

	test("wrong conditions are named beside their fields, with what was typed", () => visit(person.phone, "/facilities?age=很小&fee_max=3000", async page => {
		assert.equal(await page.evaluate(() => document.activeElement.id), "error-summary");
		assert.match(await page.title(), /^错误：/);
		await page.getByRole("link", { name: "月龄请填整数，例如 18" }).click();
		assert.equal(await page.getByLabel("孩子多大").inputValue(), "很小");
		await page.getByLabel("孩子多大").fill("24");
		await find(page);
		assert.deepEqual(parameters(page), { age: "24", fee_max: "3000" });
		assert.ok(await total(page) > 0);
	}));
});

describe("places", () => {
	const here = { permissions: ["geolocation"], geolocation: { latitude: 31.240187, longitude: 121.434159 } };

	test("the device's position gives the nearest first, keeps the other conditions and can be taken off", () => visit({ ...person.phone, ...here }, "/facilities?age=18", async page => {
		await page.getByRole("button", { name: "用我的位置查找" }).click();
		await page.waitForURL("**/facilities?*lat=*");
		assert.deepEqual(parameters(page), { age: "18", lat: "31.240", lon: "121.434" });
		await page.getByText("距离从所选位置算起").waitFor();
		assert.ok((await minutes(page)).length === 20);
		await page.locator(".found .listing__name a").first().click();
		await page.getByText("离出发点").waitFor();
		await page.getByRole("link", { name: "返回名单" }).click();
		assert.deepEqual(parameters(page), { age: "18", lat: "31.240", lon: "121.434" });
		await page.getByRole("link", { name: "从所选位置出发" }).click();
		assert.deepEqual(parameters(page), { age: "18" });
	}));

	test("from home, too", () => visit({ ...person.phone, ...here }, "/", async page => {
		await page.getByRole("button", { name: "用我的位置" }).click();
		await page.waitForURL("**/facilities?*lat=*");
		assert.deepEqual(parameters(page), { lat: "31.240", lon: "121.434" });
	}));

	test("a refused position is answered with another way", () => visit({ ...person.phone, permissions: [] }, "/facilities", async page => {
		await page.getByRole("button", { name: "用我的位置查找" }).click();
		await page.getByText("没有得到位置的许可。可以改用输入出发点。").waitFor();
		await page.getByRole("link", { name: "输入出发点" }).click();
		await page.getByRole("heading", { name: "从哪里出发？" }).waitFor();
	}));

	test("a position that is none starts nowhere", () => visit(person.phone, "/facilities?lat=999&lon=121.4", async page => {
		await page.getByText("出发点不在本地范围内").waitFor();
		assert.equal(await page.getByText("出发点：").count(), 0);
	}));

	test("a street filters, and distances count from its centre; a community in it is a place to start, not a filter", () => visit(person.desktop, "/facilities", async page => {
		await page.getByLabel("街镇").selectOption("长寿路街道");
		await find(page);
		const of_street = facilities.filter(one => one.street === "长寿路街道").length;
		assert.equal(await total(page), of_street);
		await page.getByText("距离从长寿路街道的中心算起").waitFor();
		const community = page.getByLabel("从哪个居委出发");
		assert.equal(await community.locator("option").first().textContent(), "不指定");
		const name = await community.locator("option").nth(1).textContent();
		await community.selectOption(name);
		await page.getByLabel("离出发点多远").selectOption("步行 45 分钟以内");
		await find(page);
		await page.getByText(`距离从${name}算起`).waitFor();
		assert.ok(await total(page) <= of_street);
		for (const time of await minutes(page))
			assert.ok(time <= 45);
		await page.getByRole("link", { name: `从${name}出发` }).click();
		await page.getByText("距离从长寿路街道的中心算起").waitFor();
		await chips(page).filter({ hasText: "长寿路街道" }).click();
		assert.deepEqual(parameters(page), {});
		assert.equal(await total(page), facilities.length);
	}));

	test("conditions go along when another place to start is chosen", () => visit(person.phone, "/facilities?age=18&vacancy=1", async page => {
		await page.getByRole("link", { name: "输入出发点" }).click();
		await page.getByLabel("从哪里出发").fill("曹杨新村");
		await find(page);
		await page.getByRole("link", { name: /^曹杨新村街道\s*街镇$/ }).click();
		assert.deepEqual(parameters(page), { age: "18", vacancy: "1", street: "310107005" });
		assert.ok(await total(page) > 0);
	}));

	test("what is out of date, and what takes no children, stands apart under its own heading; within each the nearest comes first", () => visit(person.phone, "/facilities?street=310107005", async page => {
		const groups = await page.evaluate(() => [...document.querySelectorAll(".found .listings")].map(list => ({
			heading: list.previousElementSibling?.matches(".found__group") ? list.previousElementSibling.textContent : "",
			minutes: [...list.querySelectorAll(".listing__distance")].map(row => Number(row.textContent.match(/约 (\d+)/)[1])),
		})));
		assert.ok(groups.length > 1);
		assert.ok(groups.slice(1).every(group => /没有及时更新|不收托/.test(group.heading)));
		assert.ok(groups.every(group => rising(group.minutes)));
	}));
});

describe("old facts", () => {
	const now = Date.now() / 1000;
	const words = /未更新，请电话确认/;

	for (const [what, until, part, fact] of [["vacancy", "vacancy_until", ".vacancy", "余位"], ["fee", "fee_until", ".facts", "费用"]])
		test(`an old ${what} says so in the list, on the page and in the comparison`, async () => {
			const old = facilities.find(one => one[until] && one[until] < now);
			await visit(person.phone, `/facilities?q=${old.name}`, async page => {
				const row = page.locator(`.listing[data-code="${old.code}"]`);
				assert.match(await row.locator(part).textContent(), words);
				await row.locator("h3 a").click();
				await page.getByRole("heading", { name: "联系和到达" }).waitFor();
				assert.match((await page.locator(`.programme ${part}`).allTextContents()).join(), words);
				await page.goto(`/compare?code=${old.code}`);
				assert.match(await page.locator("tbody tr", { has: page.getByRole("rowheader", { name: fact, exact: true }) }).textContent(), words);
			});
		});

	test("old opening hours say so on the page and in the comparison", async () => {
		const care = await Promise.all(facilities.filter(one => one.places).map(one => site.get(`/api/facilities/${one.code}`)));
		const old = care.find(one => one.hours_until && one.hours_until < now);
		await visit(person.phone, `/facilities/${old.code}`, async page => {
			assert.match(await page.locator("section", { has: page.locator("#hours") }).textContent(), words);
			await page.goto(`/compare?code=${old.code}`);
			assert.match(await page.locator("tbody tr", { hasText: "周一至周五" }).textContent(), words);
		});
	});
});

describe("comparing", () => {
	const tick = (page, index) => page.getByRole("checkbox", { name: "对比" }).nth(index).check();

	test("four chosen on several pages stand side by side, a fifth cannot be ticked", () => visit(person.desktop, "/facilities?sort=fee", async page => {
		await tick(page, 0);
		await tick(page, 2);
		await page.getByText("已选 2 家").waitFor();
		await page.getByRole("link", { name: "下一页" }).click();
		await page.getByText("第 2 页").waitFor();
		await tick(page, 1);
		await page.locator(".found .listing__name a").nth(5).click();
		await page.getByRole("heading", { name: "联系和到达" }).waitFor();
		await page.goBack();
		await tick(page, 3);
		await page.getByText("最多四家").waitFor();
		assert.ok(await page.getByRole("checkbox", { name: "对比" }).nth(4).isDisabled());
		await page.getByRole("button", { name: "对比所选" }).click();
		assert.equal(await page.locator("thead th").count(), 4);
		const removed = await page.locator("thead th a").first().textContent();
		await page.getByRole("link", { name: new RegExp(`移除\\s*${removed}`) }).click();
		assert.equal(await page.locator("thead th").count(), 3);
		// The choice goes along: back on the list three are ticked, and the header leads to them.
		await page.getByRole("link", { name: "找托育", exact: true }).click();
		await page.getByText("已选 3 家").waitFor();
		await page.getByRole("link", { name: "对比", exact: true }).click();
		assert.equal(await page.locator("thead th").count(), 3);
	}));

	test("telephones stand on one line on a phone", () => visit(person.phone, "/compare?code=PT-0002&code=PT-0003", async page => {
		const lines = await page.locator('.compare a[href^="tel:"]').evaluateAll(all => all.map(link => {
			const range = document.createRange();
			range.selectNodeContents(link);
			return range.getClientRects().length;
		}));
		assert.deepEqual(lines, [1, 1]);
	}));

	test("telephones of four stand on one line each in large text, the first ones in sight", () => visit({ viewport: { width: 768, height: 900 } }, "/text-size?size=large&return=/", async page => {
		await page.goto("/compare?code=PT-0002&code=PT-0003&code=PT-0021&code=PT-0063");
		const lines = await page.locator('.compare a[href^="tel:"]').evaluateAll(all => all.map(link => {
			const range = document.createRange();
			range.selectNodeContents(link);
			return [range.getClientRects().length, link.getBoundingClientRect().right <= link.closest("td").getBoundingClientRect().right + 1];
		}));
		assert.deepEqual(lines, Array(4).fill([1, true]));
		assert.ok((await page.locator('.compare a[href^="tel:"]').nth(1).boundingBox()).x < 768);
	}));

	test("a comparison is handed on by a link that opens it elsewhere", () => visit(person.phone, "/compare?code=PT-0002&code=PT-0003&age=30&list=age%3D30", async page => {
		await page.getByText("把这次对比发给家人").click();
		assert.ok(await page.locator(".share img").evaluate(image => image.decode().then(() => image.naturalWidth > 0)));
		await page.goto(await page.locator(".share__link .code").textContent());
		assert.equal(await page.locator("thead th").count(), 2);
		assert.ok(await page.getByText("收 30 个月").first().isVisible());
	}));

	test("a link of somebody else changes nothing of what was chosen, and all of it can be let go", () => visit(person.phone, "/facilities", async page => {
		await tick(page, 0);
		await page.goto(`/compare?${facilities.slice(-4).map(one => `code=${one.code}`).join("&")}`);
		assert.equal(await page.locator("thead th").count(), 4);
		await page.goto("/facilities");
		await page.getByText("已选 1 家").waitFor();
		assert.ok(await page.getByRole("checkbox", { name: "对比" }).first().isChecked());
		await page.getByRole("button", { name: "清空" }).click();
		await page.getByText("勾选两到四家").waitFor();
		assert.equal(await page.locator(".choose input:checked, .choose input:disabled").count(), 0);
		assert.equal(await page.getByRole("button", { name: "清空" }).isVisible(), false);
	}));

	test("what was asked on the list goes along from a facility's page, and the way leads back", () => visit(person.phone, "/facilities?q=兰溪路&age=18", async page => {
		await tick(page, 0);
		await page.locator(".found .listing__name a").nth(1).click();
		await page.getByText("您找的：").waitFor();
		await page.getByRole("button", { name: "加入对比" }).click();
		assert.equal(await page.locator("thead th").count(), 2);
		assert.equal(await page.getByRole("rowheader", { name: "离出发点" }).count(), 1);
		await page.getByText("收 18 个月（一岁半）的").waitFor();
		await page.locator("thead th a").first().click();
		await page.getByRole("link", { name: "返回名单" }).click();
		await page.locator(".found__count").waitFor();
		assert.equal(parameters(page).age, "18");
		await page.getByText("已选 2 家").waitFor();
	}));

	test("one more is added from its own page", () => visit(person.phone, "/facilities", async page => {
		await tick(page, 0);
		await page.locator(".found .listing__name a").nth(1).click();
		await page.getByRole("button", { name: "加入对比" }).click();
		assert.equal(await page.locator("thead th").count(), 2);
	}));

	test("without JavaScript the first four of five are compared, and the page says so", () => visit(without_script, "/facilities", async page => {
		for (let index = 0; index < 5; index++)
			await tick(page, index);
		await page.getByRole("button", { name: "对比所选" }).click();
		await page.getByText("一次最多对比四家，下面是前四家。").waitFor();
		assert.equal(await page.locator("thead th").count(), 4);
		assert.equal(await page.getByRole("rowheader", { name: "费用" }).count(), 1);
		for (let left = 3; left >= 0; left--) {
			await page.getByRole("link", { name: /^移除/ }).first().click();
			assert.equal(await page.locator("thead th").count(), left);
		}
		await page.getByText("还没有选机构").waitFor();
	}));
});

describe("without", () => {
	test("JavaScript: from home by a typed address, a community or a street to the nearest, a page and a comparison", async () => {
		const somewhere = facilities.find(one => one.community_code && one.kind === "KG_CLASS");
		const { community_name } = await site.get(`/api/facilities/${somewhere.code}`);
		for (const [typed, link] of [[somewhere.address, somewhere.name], [community_name, community_name], [somewhere.street, somewhere.street]])
			await visit(without_script, "/", async page => {
				await page.getByRole("link", { name: "输入小区、居委或地址作为出发点" }).click();
				await page.getByLabel("从哪里出发").fill(typed);
				await find(page);
				await page.locator(".doors a", { hasText: link }).first().click();
				await page.getByText("距离从").waitFor();
				assert.ok((await minutes(page)).length > 1);
				const first = page.locator(".found .listing__name a").first();
				const name = await first.textContent();
				await first.click();
				await page.getByRole("heading", { level: 1, name }).waitFor();
				await page.getByText("离出发点").waitFor();
				await page.getByRole("button", { name: "加入对比" }).click();
				await page.getByText("现在只有一家").waitFor();
				await page.goBack();
				await page.goBack();
				for (const index of [0, 1])
					await page.getByRole("checkbox", { name: "对比" }).nth(index).check();
				await page.getByRole("button", { name: "对比所选" }).click();
				assert.equal(await page.locator("thead th").count(), 2);
			});
	});

	test("JavaScript: the filters work", () => visit(without_script, "/facilities", async page => {
		await open_filter(page);
		await page.getByLabel("孩子多大").fill("18");
		await page.getByLabel("只看普惠的").check();
		await find(page);
		assert.deepEqual(parameters(page), { age: "18", inclusive: "1" });
		assert.equal(await chips(page).count(), 2);
	}));

	test("the map: nothing is missing", async () => {
		const context = await open_site(browser, site, person.desktop);
		await context.route("**/map*", route => route.abort());
		const page = await context.newPage();
		await page.goto("/facilities?street=310107005");
		assert.equal((await names(page)).length, await total(page));
		await page.locator(".found .listing__name a").first().click();
		await page.getByRole("heading", { name: "联系和到达" }).waitFor();
		await page.goBack();
		await chips(page).first().click();
		assert.equal(await total(page), facilities.length);
		await context.close();
	});

	test("the map beside it: every dot leads to the place with its number", () => visit(person.desktop, "/facilities?sort=name", async page => {
		await page.locator(".finder__map .map__dot").first().waitFor();
		const dots = await page.locator(".map__dot").evaluateAll(all => all.map(dot => [dot.querySelector("text").textContent, dot.getAttribute("href")]));
		const rows = await page.locator(".found .listing").evaluateAll(all => all.map(row =>
			[row.querySelector(".listing__number").textContent, row.querySelector("h3 a").getAttribute("href")]));
		assert.deepEqual(dots, rows);
	}));

	// Tabs through a page until it ends: what had the focus, in order, whether it shows, and whether it was seen.
	const walk = async page => {
		const stops = [];
		for (let step = 0; step < 300; step++) {
			await page.keyboard.press("Tab");
			const stop = await page.evaluate(() => {
				const part = document.activeElement;
				if (part === document.body || part === document.documentElement)
					return null;
				const style = getComputedStyle(part), label = part.closest("label");
				const marked = one => one && getComputedStyle(one).outlineStyle !== "none" && getComputedStyle(one).outlineWidth !== "0px";
				const box = (label ?? part).getBoundingClientRect();
				const order = [...document.querySelectorAll("*")].indexOf(part);
				return {
					what: part.outerHTML.slice(0, 90), order, inside: box.bottom > 0 && box.top < innerHeight && box.width > 0,
					marked: marked(part) || marked(label) || style.boxShadow !== "none" || part.matches(".map__dot")
						|| getComputedStyle(part.nextElementSibling ?? part, "::before").boxShadow !== "none",
				};
			});
			if (!stop)
				return stops;
			stops.push(stop);
		}
		assert.fail("the keyboard does not come out of the page");
	};

	for (const [name, address] of Object.entries({ home: "/", list: "/facilities?street=310107005&age=18", facility: "/facilities/PT-0063", compare: "/compare?code=PT-0063" }))
		test(`a mouse: the keyboard walks through ${name} in order, always seen, and out of it`, () => visit(person.desktop, address, async page => {
			const stops = await walk(page);
			assert.match(stops[0].what, /跳到正文/);
			assert.ok(stops.length > 5);
			assert.deepEqual(stops.filter(stop => !stop.marked).map(stop => stop.what), [], "the focus does not show");
			assert.deepEqual(stops.filter(stop => !stop.inside).map(stop => stop.what), [], "the focus is out of sight");
			assert.ok(rising(stops.map(stop => stop.order)), "out of order");
		}));

	for (const size of ["normal", "large"])
		test(`a mouse: nothing that is gone to by keyboard lies under the button that stays within reach, in ${size} text`, () => visit(person.phone, `/text-size?size=${size}&return=/facilities`, async page => {
			await page.getByRole("checkbox", { name: "对比" }).first().check();
			for (let step = 0; step < 30; step++) {
				await page.keyboard.press("Tab");
				const covered = await page.evaluate(() => {
					const part = document.activeElement, bar = document.querySelector(".found__compare"), box = (part.closest("label") ?? part).getBoundingClientRect();
					return !bar.contains(part) && box.bottom > bar.getBoundingClientRect().top + 1 && part.outerHTML.slice(0, 90);
				});
				assert.equal(covered, false);
			}
		}));

	test("a mouse: straight to the results", () => visit(person.phone, "/facilities", async page => {
		const skip = page.getByRole("link", { name: "跳到结果" });
		await skip.focus();
		const box = await skip.boundingBox();
		assert.ok(box.width > 40 && box.height > 20, "it shows when it has the focus");
		await page.keyboard.press("Enter");
		await page.keyboard.press("Tab");
		assert.ok(await page.evaluate(() => document.getElementById("results").contains(document.activeElement)));
	}));

	test("a mouse: past the header, and through the filters on a phone", () => visit(person.phone, "/facilities", async page => {
		await page.keyboard.press("Tab");
		assert.equal(await page.evaluate(() => document.activeElement.textContent), "跳到正文");
		await page.keyboard.press("Enter");
		const until = async holds => {
			for (let step = 0; step < 20 && !await page.evaluate(holds); step++)
				await page.keyboard.press("Tab");
			assert.ok(await page.evaluate(holds));
		};
		await until(() => document.activeElement.matches("summary"));
		await page.keyboard.press("Enter");
		await until(() => document.activeElement.id === "street");
		await page.keyboard.type("长寿");
		await until(() => document.activeElement.id === "age");
		await page.keyboard.type("18");
		await until(() => document.activeElement.id === "vacancy");
		await page.keyboard.press("Space");
		await page.keyboard.press("Enter");
		await page.waitForURL("**/facilities?*");
		const { age, vacancy } = parameters(page);
		assert.deepEqual([age, vacancy], ["18", "1"]);
	}));
});

describe("large text", () => {
	const size = page => page.locator("main p").first().evaluate(part => parseFloat(getComputedStyle(part).fontSize));

	test("stays on the way through the site, keeps the search, and goes again", () => visit(person.phone, "/facilities?age=18&page=2", async page => {
		await page.getByRole("link", { name: "大字版" }).click();
		assert.deepEqual(parameters(page), { age: "18", page: "2" });
		await page.locator(".found .listing__name a").first().click();
		assert.ok(await size(page) >= 30);
		await page.goto("/");
		assert.ok(await size(page) >= 30);
		await page.getByRole("button", { name: "标准字号" }).click();
		assert.ok(await size(page) < 30);
		await page.goto("/facilities");
		assert.ok(await size(page) < 30);
	}));
});

describe("on paper", () => {
	const sheets = async page => (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b/g).length;

	test("a facility's page has what a parent needs and none of the buttons", () => visit(person.desktop, "/facilities/PT-0063", async page => {
		await page.emulateMedia({ media: "print" });
		for (const part of ["h1", ".contact__phone a", ".contact__address", ".programme", ".share img"])
			assert.ok(await page.locator(part).first().isVisible(), part);
		for (const part of [".site-header__nav", ".govuk-back-link", ".govuk-button", ".copy", ".govuk-skip-link"])
			assert.ok(!await page.locator(part).first().isVisible(), part);
		assert.ok(await sheets(page) <= 4);
	}));

	// Links and controls that say something to press where there is nothing to press; names and telephones are printed as text.
	const to_press = page => page.locator("main").evaluate(main => [...main.querySelectorAll("a, button, input, select, summary")]
		.filter(part => part.checkVisibility({ checkVisibilityCSS: true }) && part.getBoundingClientRect().width)
		.filter(part => part.tagName !== "A" || !/^(tel:|\/facilities|#)/.test(part.getAttribute("href")) || getComputedStyle(part).textDecorationLine !== "none")
		.map(part => part.outerHTML.slice(0, 90)));

	for (const [name, address] of Object.entries({
		"a list": "/facilities?q=长寿录 一岁半 三千以内&page=2",
		"an empty list": "/facilities?kind=INST_PROFIT&fee_max=1",
		"a facility's page": "/facilities/PT-0063?list=age%3D18",
		"a comparison": "/compare?code=PT-0002&code=PT-0003&code=PT-0021&code=PT-0063&age=30",
	}))
		test(`${name} has nothing to press, and all of it stands on the sheet`, () => visit({ viewport: { width: 670, height: 950 } }, address, async page => {
			await page.emulateMedia({ media: "print" });
			assert.deepEqual(await to_press(page), []);
			for (const words of ["点这里", "看地图", "连这些一起看", "看全部班", "返回名单", "移除", "下一页", "复制"])
				assert.equal(await page.getByText(words, { exact: true }).filter({ visible: true }).count(), 0, words);
			assert.ok(await width_beyond(page) <= 0, "wider than the sheet");
		}));

	test("the poster is alone on one sheet", () => visit(person.desktop, "/facilities/PT-0063/poster", async page => {
		await page.emulateMedia({ media: "print" });
		for (const part of [".site-header", ".site-footer", ".no-print"])
			assert.ok(!await page.locator(part).first().isVisible(), part);
		assert.ok(await page.locator(".poster__qr").isVisible());
		assert.equal(await sheets(page), 1);
	}));
});

// What WeChat's own browsers say of themselves.
const wechat = {
	iOS: "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.49(0x18003137) NetType/WIFI Language/zh_CN",
	Android: "Mozilla/5.0 (Linux; Android 13; M2102J2SC Build/TKQ1.221114.001; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160117 MMWEBSDK/20240301 MicroMessenger/8.0.49.2600(0x28003133) WeChat/arm64 Weixin NetType/4G Language/zh_CN ABI/arm64",
};

describe("in WeChat", () => {
	test("the picture of the site is there for who shares the first page", () => visit(person.phone, "/", async (page, context) => {
		const picture = await page.locator('meta[property="og:image"]').getAttribute("content");
		const answer = await context.request.get(site.origin + new URL(picture).pathname);
		assert.equal(answer.status(), 200);
		assert.equal(answer.headers()["content-type"], "image/png");
	}));

	for (const [system, userAgent] of Object.entries(wechat))
		for (const javaScriptEnabled of [true, false])
			test(`on ${system}, ${javaScriptEnabled ? "with" : "without"} scripts: a shared list leads to a facility, to its telephone, and back to the same list`, () =>
				visit({ ...person.phone, userAgent, javaScriptEnabled }, "/facilities?street=310107005&age=18&page=1", async page => {
					const found = await names(page);
					const link = page.locator(".found .listing__name a").nth(1);
					await link.click();
					const meta = name => page.locator(`meta[property="og:${name}"]`).getAttribute("content");
					assert.equal(await meta("title"), found[1]);
					assert.match(await meta("url"), /\/facilities\/[A-Z0-9-]+$/);
					assert.match(await page.locator(".contact__phone a").getAttribute("href"), /^tel:\+?\d+$/);
					await page.getByRole("link", { name: "返回名单" }).click();
					assert.deepEqual(await names(page), found);
					assert.equal(parameters(page).age, "18");
					await link.click();
					await page.goBack();
					assert.deepEqual(await names(page), found);
				}));
});
