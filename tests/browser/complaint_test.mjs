// SPDX-License-Identifier: Apache-2.0
// Complaining and following it up, from the first page to the rating, on the running site: on a phone and on a desktop, without
// JavaScript, by keyboard alone; what is typed survives mistakes, steps back and lost pages. The office's part is played through cases/.
// Every page on the way is looked at as in pages_test.mjs.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { accessibility_faults, invalid_html, root, sizes, small_targets, start_browser, width_beyond } from "./browser.mjs";
import { open_site, start_site } from "./site.mjs";

const site = await start_site({ LETTER_RATE: "100000r/m", RECEIPT_RATE: "100000r/m" });
const browser = await start_browser();
const config = join(site.folder, "shanyu.conf");
const build = process.env.BUILD ?? "build";
const photo = root + "tests/data/evidence/photo.jpg";
const words = join(site.folder, "名单.txt");
writeFileSync(words, "words");
const story = "昨天下午没有人看护。\n孩子“哭了”<b>&amp; 一小时";
const seen = {};

after(async () => {
	await browser.close();
	await site.stop();
});

const person = { desktop: { viewport: sizes.desktop }, phone: { viewport: sizes.phone, hasTouch: true } };
const without_script = { ...person.phone, javaScriptEnabled: false };

async function visit(who, address, look) {
	const context = await open_site(browser, site, who);
	try {
		const page = await context.newPage();
		page.on("dialog", dialog => dialog.accept());
		await page.goto(address);
		await look(page, context);
		assert.deepEqual(context.foreign, [], "asked of another host");
		assert.deepEqual(context.faults.filter(fault => !/status of 4(00|04|29)/.test(fault)), [], "faults");
	} finally {
		await context.close();
	}
}

const heading = (page, text) => page.getByRole("heading", { name: text, level: 1 }).waitFor();
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
const receipt_of = page => page.locator("#receipt-code").textContent();
const hidden = (page, name) => page.locator(`input[type=hidden][name=${name}]`).first().inputValue();

// Each page of the way once: narrow enough, targets for a thumb, no fault axe knows; its HTML is checked at the end.
async function inspect(page, name) {
	assert.ok(await width_beyond(page) <= 0, `${name}: wider than the screen`);
	assert.deepEqual(await small_targets(page), [], `${name}: too small for a thumb`);
	assert.deepEqual(await accessibility_faults(page), [], `${name}: axe`);
	assert.match(page.url(), /\/(complaint|receipt)(\/[a-z]+)?$/, `${name}: an address that says too much`);
	seen[name] = await page.content();
}

async function begin(page, kind = "投诉") {
	await press(page, "开始填写");
	await heading(page, "您要说的是哪一种？");
	await page.getByLabel(kind, { exact: true }).check();
	await press(page, "继续");
}

// From the page of facilities to the page where all is checked.
async function answer(page, { anonymous = true, evidence } = {}) {
	await heading(page, "是哪一家？");
	await page.getByLabel("按名称、路名、电话或拼音找").fill("csl");
	await press(page, "查找");
	await page.getByLabel("长寿路街道儿童服务中心").check();
	await press(page, "继续");
	await heading(page, "发生了什么？");
	await page.getByLabel("发生了什么？").fill(story);
	await press(page, "继续");
	await heading(page, "什么时候的事？");
	await page.getByLabel("还在发生", { exact: true }).check();
	await press(page, "继续");
	await heading(page, "有照片或其他材料吗？");
	if (evidence)
		await evidence(page);
	await press(page, "继续");
	await heading(page, "要不要留下联系方式？");
	if (anonymous) {
		await page.getByLabel("不留，匿名").check();
	} else {
		await page.getByLabel("留下，写在下面").check();
		await page.getByLabel("怎么称呼您").fill("王奶奶");
		await page.getByLabel("电话", { exact: true }).fill("13900000000");
	}
	await press(page, "继续");
	await heading(page, "看一看，没错就提交");
}

// Until the mailbox holds what is awaited: asked anew as people do, by the button.
async function await_follow(page, text) {
	for (let tries = 0; tries < 60; tries++) {
		if (await page.getByText(text).count())
			return;
		await pause(200);
		if (await page.getByRole("button", { name: "刷新进展" }).count())
			await press(page, "刷新进展");
		else
			await press(page, "看进展");
	}
	assert.fail(`never says ${text}`);
}

async function open_receipt(page, receipt, text) {
	for (let tries = 0; tries < 60; tries++) {
		await page.goto("/receipt");
		await page.getByLabel("用回执码看进展").fill(receipt);
		await press(page, "看进展");
		if (await page.getByText(text).count())
			return;
		await pause(200);
	}
	assert.fail(`the receipt never says ${text}`);
}

const in_registry = question => execFileSync("sqlite3", ["-cmd", ".timeout 5000", join(site.folder, "registry", "registry.db"), question], { encoding: "utf8" }).trim();
const office = (...words) => execFileSync(`${build}/tests/office`, [config, ...words], { cwd: root });

// The case a page of following shows, as the office knows it, answered.
async function reply(page) {
	const number = (await page.locator(".follow").first().textContent()).match(/编号 (\d{4}-\d{6})/)[1];
	const lookup = in_registry(`select receipt_lookup from cases where number = '${number}'`);
	for (const [state, actor, note] of [["TRIAGED", "DESK", ""], ["ACCEPTED", "DESK", "已经受理，会派人去看"], ["DISPATCHED", "DESK", ""], ["HANDLING", "DEPARTMENT", ""]])
		office("move", number, state, actor, note);
	office("message", lookup, number, "请问是哪个班？");
	return number;
}

describe("complaining", () => {
	test("on a phone, with a photograph, from the first page to the receipt, every page sound", () => visit(person.phone, "/complaint", async page => {
		await inspect(page, "start");
		await press(page, "开始填写");
		await inspect(page, "kind");
		await page.getByLabel("紧急情况", { exact: true }).check();
		await press(page, "继续");
		await heading(page, "先打电话，再接着填");
		assert.equal(await page.getByRole("link", { name: "120" }).getAttribute("href"), "tel:120");
		await inspect(page, "urgent");
		await press(page, "上一步");
		assert.ok(await page.getByLabel("紧急情况", { exact: true }).isChecked());
		await page.getByLabel("投诉", { exact: true }).check();
		await press(page, "继续");
		await inspect(page, "facility");
		await answer(page, {
			anonymous: false,
			evidence: async () => {
				await inspect(page, "evidence");
				await page.getByLabel("选文件").setInputFiles([photo, words]);
				await page.getByText("“名单.txt”的类型不能收").waitFor();
				await page.locator("[data-files]").getByText("photo.jpg").waitFor();
				await inspect(page, "evidence taken");
			},
		});
		await page.getByText("可以提交了。").waitFor({ timeout: 300000 });
		for (const text of ["长寿路街道儿童服务中心", "孩子“哭了”<b>&amp; 一小时", "photo.jpg", "王奶奶 13900000000", "会留下什么", "谁能看到", "留多久", "沪府办〔2018〕62号"])
			assert.ok(await page.locator("main").getByText(text).first().isVisible(), text);
		await inspect(page, "check");
		await press(page, "提交");
		await heading(page, "已经收到");
		const receipt = await receipt_of(page);
		assert.match(receipt, /^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
		assert.ok(await page.getByRole("img", { name: "回执码的二维码" }).isVisible());
		await inspect(page, "sent");
		assert.equal(await page.evaluate(() => sessionStorage.length), 0, "the draft is still there");
		await page.waitForTimeout(500);
		await open_receipt(page, receipt, "已收到");
		assert.equal(in_registry(`select lane || ' ' || anonymous from cases order by number desc limit 1`), "proof 0");
	}));

	test("without JavaScript, with a photograph among files that cannot be taken", () => visit(without_script, "/complaint", async page => {
		await begin(page);
		await answer(page, {
			evidence: async () => {
				await page.getByLabel("选文件").setInputFiles([photo, words]);
				await press(page, "继续");
				await page.getByText("“名单.txt”的类型不能收").first().waitFor();
				await page.getByText("photo.jpg").waitFor();
				seen["evidence refused"] = await page.content();
			},
		});
		assert.ok(await page.getByText("photo.jpg").isVisible());
		await press(page, "提交");
		await heading(page, "已经收到");
		await press(page, "现在就看进展");
		await await_follow(page, "已收到");
		assert.equal(in_registry(`select lane from cases order by number desc limit 1`), "slow");
		await page.waitForTimeout(100);
		assert.equal(in_registry(`select count(*) from case_file where receipt_lookup = (select receipt_lookup from cases order by number desc limit 1)`), "1");
	}));

	test("by keyboard alone", () => visit(person.desktop, "/complaint", async page => {
		const until = async holds => {
			for (let step = 0; step < 40 && !await page.evaluate(holds); step++)
				await page.keyboard.press("Tab");
			assert.ok(await page.evaluate(holds), String(holds));
		};
		const to_button = text => until(`document.activeElement.matches("button") && document.activeElement.textContent === "${text}"`);
		await to_button("开始填写");
		await page.keyboard.press("Enter");
		await heading(page, "您要说的是哪一种？");
		await until("document.activeElement.type === 'radio'");
		await page.keyboard.press("Space");
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("ArrowDown");
		await to_button("继续");
		await page.keyboard.press("Enter");
		await heading(page, "是哪一家？");
		await until("document.activeElement.id === 'place'");
		await page.keyboard.type("武宁路某小区一楼");
		await to_button("继续");
		await page.keyboard.press("Enter");
		await heading(page, "发生了什么？");
		await until("document.activeElement.id === 'story'");
		await page.keyboard.type("没有招牌，收了十几个孩子");
		await to_button("继续");
		await page.keyboard.press("Enter");
		await heading(page, "什么时候的事？");
		await until("document.activeElement.name === 'going_on'");
		await page.keyboard.press("Space");
		await to_button("继续");
		await page.keyboard.press("Enter");
		await heading(page, "有照片或其他材料吗？");
		await to_button("继续");
		await page.keyboard.press("Enter");
		await heading(page, "要不要留下联系方式？");
		await until("document.activeElement.name === 'anonymous'");
		await page.keyboard.press("Space");
		await to_button("继续");
		await page.keyboard.press("Enter");
		await heading(page, "看一看，没错就提交");
		await page.getByText("举报", { exact: true }).first().waitFor();
		// The trap for programs is on no one's way.
		await until("(document.activeElement.id !== 'website') && document.activeElement.textContent === '提交'");
		await page.keyboard.press("Enter");
		await heading(page, "已经收到");
	}));

	test("a code on a door has chosen the facility already", () => visit(person.phone, "/facilities", async page => {
		const [one] = await site.facilities();
		await page.goto(`/complaint?facility=${one.code}`);
		await page.getByText(one.name).first().waitFor();
		await begin(page, "咨询");
		await page.getByText(`已选：${one.name}`).waitFor();
		await press(page, "继续");
		await heading(page, "发生了什么？");
	}));

	test("mistakes are named, take the focus, and lose nothing", () => visit(person.phone, "/complaint", async page => {
		await press(page, "开始填写");
		await press(page, "继续");
		await page.getByRole("link", { name: "请选一种" }).waitFor();
		assert.equal(await page.evaluate(() => document.activeElement.id), "error-summary");
		await page.getByLabel("举报", { exact: true }).check();
		await press(page, "继续");
		await page.getByLabel("名单上没有？写下叫什么、在哪里").fill("弄堂里");
		await press(page, "继续");
		await page.getByLabel("希望怎样解决？").fill("查一查");
		await press(page, "继续");
		await page.getByRole("link", { name: "请写下发生了什么" }).click();
		assert.equal(await page.evaluate(() => document.activeElement.id), "story");
		assert.equal(await page.getByLabel("希望怎样解决？").inputValue(), "查一查");
		await page.getByLabel("发生了什么？").fill(story);
		await press(page, "继续");
		await heading(page, "什么时候的事？");
		assert.equal(await hidden(page, "story"), story);
		assert.equal(await hidden(page, "place"), "弄堂里");
	}));

	for (const [how, who] of [["with", person.phone], ["without", without_script]])
		test(`a step back loses nothing, by the page's button and by the browser's, ${how} JavaScript`, () => visit(who, "/complaint", async page => {
			await begin(page);
			await answer(page);
			for (const title of ["要不要留下联系方式？", "有照片或其他材料吗？", "什么时候的事？"]) {
				await press(page, "上一步");
				await heading(page, title);
			}
			assert.ok(await page.getByLabel("还在发生", { exact: true }).isChecked());
			await press(page, "上一步");
			assert.equal(await page.getByLabel("发生了什么？").inputValue(), story);
			await page.getByLabel("发生了什么？").fill(story + "，还有");
			await press(page, "继续");
			await heading(page, "什么时候的事？");
			await page.goBack();
			await heading(page, "发生了什么？");
			assert.equal(await page.getByLabel("发生了什么？").inputValue(), story + "，还有");
			await press(page, "继续");
			await heading(page, "什么时候的事？");
			assert.equal(await hidden(page, "story"), story + "，还有");
		}));

	test("what was typed on a page that was lost is there again", () => visit(person.phone, "/complaint", async page => {
		await begin(page);
		await page.getByLabel("名单上没有？写下叫什么、在哪里").fill("弄堂里");
		await press(page, "继续");
		await page.getByLabel("发生了什么？").fill(story);
		const receipt = await hidden(page, "receipt");
		// The tab is loaded anew, as phones do when they run out of memory.
		await page.reload();
		await heading(page, "发生了什么？");
		await page.waitForFunction(text => document.getElementById("story").value === text, story);
		assert.equal(await hidden(page, "receipt"), receipt);
	}));

	test("a page kept open overnight is still taken, by the slower way", () => visit(person.phone, "/complaint", async page => {
		await begin(page);
		await answer(page);
		await page.getByText("可以提交了。").waitFor({ timeout: 300000 });
		// As if its calculation had expired meanwhile.
		await page.evaluate(() => {
			const field = document.querySelector("input[name=altcha]");
			const proof = JSON.parse(atob(field.value));
			proof.salt = proof.salt.replace(/expires=\d+/, "expires=1");
			field.value = btoa(JSON.stringify(proof));
		});
		const receipt = await hidden(page, "receipt");
		await press(page, "提交");
		await heading(page, "已经收到");
		assert.equal(await receipt_of(page), receipt);
	}));

	test("pressed twice, it is one case", () => visit(person.phone, "/complaint", async page => {
		await begin(page);
		await answer(page);
		const before = Number(in_registry("select count(*) from cases"));
		await press(page, "提交");
		await heading(page, "已经收到");
		const receipt = await receipt_of(page);
		await page.goBack();
		await heading(page, "看一看，没错就提交");
		await press(page, "提交");
		await heading(page, "已经收到");
		assert.equal(await receipt_of(page), receipt);
		await open_receipt(page, receipt, "已收到");
		await pause(500);
		assert.equal(Number(in_registry("select count(*) from cases")), before + 1);
	}));
});

describe("following", () => {
	test("the receipt's code in a picture opens the page with the code in it, and leaves the address", () => visit(person.phone, "/receipt#E1Q20-BC29H-0NJ2V-AT903-6A4M", async page => {
		assert.equal(await page.getByLabel("用回执码看进展").inputValue(), "E1Q20-BC29H-0NJ2V-AT903-6A4M");
		assert.equal(new URL(page.url()).hash, "");
		await inspect(page, "receipt");
		await press(page, "看进展");
		await page.getByText("还没有找到").or(page.getByText("打错了")).first().waitFor();
		assert.equal(await page.evaluate(() => document.activeElement.id), "error-summary");
		await inspect(page, "receipt wrong");
	}));

	for (const [how, who] of [["with", person.phone], ["without", without_script]])
		test(`the steps, the office's question, an answer with a photograph, the reply, not solved, a review by others, ${how} JavaScript`, () => visit(who, "/complaint", async page => {
			await begin(page);
			await answer(page);
			await press(page, "提交");
			await heading(page, "已经收到");
			const receipt = await receipt_of(page);
			await open_receipt(page, receipt, "已收到");
			assert.match(await page.locator(".follow").textContent(), /最晚答复：\d{4}-\d\d-\d\d，还有 \d+ 个工作日/);
			const number = await reply(page);
			await await_follow(page, "请问是哪个班？");
			assert.deepEqual((await page.locator(".steps__step strong").allTextContents()), ["已收到", "已分类", "已受理", "已派给承办部门", "正在调查处理"]);
			assert.equal(await page.locator(".follow__state strong").textContent(), "等您回答");

			await press(page, "送出");
			await page.getByRole("link", { name: "请写几句，或选一个文件" }).waitFor();
			await page.getByLabel("补充说明或回答").fill("小班。\n附上照片。");
			await page.getByLabel("材料（可以不选").setInputFiles([photo, words]);
			await press(page, "送出");
			await page.getByText("“名单.txt”的类型不能收").first().waitFor();
			await page.getByText("已收下：photo.jpg").waitFor();
			assert.equal(await page.getByLabel("补充说明或回答").inputValue(), "小班。\n附上照片。");
			await press(page, "送出");
			await page.getByText("已经收到，封好了").waitFor();
			await await_follow(page, "附：photo.jpg");
			assert.equal(await page.locator(".talk__message").count(), 2);
			assert.equal(await page.locator(".follow__state strong").textContent(), "正在调查处理", "who has answered is not asked any more");

			office("move", number, "REPLIED", "DEPARTMENT", "已要求整改，并退还押金。");
			await await_follow(page, "已要求整改，并退还押金。");
			if (who !== without_script)
				await inspect(page, "replied");
			assert.ok(!(await page.content()).includes("张三"), "names who works on it");
			await page.getByLabel("没有解决，请换人重新核查").check();
			await page.getByLabel("办得怎么样").selectOption("不好");
			await page.getByLabel("想说的话").fill("押金还没有退");
			await press(page, "告诉我们");
			await page.getByText("已经收到，封好了").waitFor();
			await await_follow(page, "您表示没有解决");
			assert.equal(in_registry(`select solved || ' ' || stars || ' ' || text from rating where case_number = '${number}'`), "0 2 押金还没有退");
			assert.equal(in_registry(`select review_not_by from cases where number = '${number}'`), "张三");
		}));

	test("solved closes the case, and says so", () => visit(person.phone, "/complaint", async page => {
		await begin(page);
		await answer(page);
		await press(page, "提交");
		await heading(page, "已经收到");
		await open_receipt(page, await receipt_of(page), "已收到");
		const number = await reply(page);
		office("move", number, "REPLIED", "DEPARTMENT", "已退还押金。");
		await await_follow(page, "已退还押金。");
		// Nothing was chosen: the browser says so, and nothing is sent.
		await page.getByLabel("想说的话").fill("谢谢");
		await press(page, "告诉我们");
		assert.equal(await page.getByText("已经收到，封好了").count(), 0);
		await page.getByLabel("解决了", { exact: true }).check();
		await press(page, "告诉我们");
		await await_follow(page, "已办结");
		assert.equal(in_registry(`select outcome from cases where number = '${number}'`), "SOLVED");
	}));

	test("a withdrawal has to be meant", () => visit(person.phone, "/complaint", async page => {
		await begin(page);
		await answer(page);
		await press(page, "提交");
		await heading(page, "已经收到");
		await open_receipt(page, await receipt_of(page), "已收到");
		await page.getByText("撤回这一件").click();
		await page.getByLabel("为什么撤回").fill("已经谈好了");
		await press(page, "撤回");
		assert.equal(await page.getByText("已经收到，封好了").count(), 0);
		await page.getByLabel("确定撤回").check();
		await press(page, "撤回");
		await await_follow(page, "您已撤回");
		assert.equal(await page.locator(".follow__state strong").textContent(), "您已撤回");
		assert.equal(await page.getByText("已办结").count(), 0);
		assert.equal(in_registry("select outcome from cases order by number desc limit 1"), "WITHDRAWN");
	}));

	test("the proof of the time can be saved and verifies, offline", () => visit(person.desktop, "/complaint", async page => {
		await begin(page);
		await answer(page);
		await press(page, "提交");
		await heading(page, "已经收到");
		await open_receipt(page, await receipt_of(page), "已收到");
		const saved = {};
		for (const [button, name] of [["保存时间证明", "stamp.txt"], ["保存提交的内容", "complaint.json"]]) {
			const waiting = page.waitForEvent("download");
			await press(page, button);
			const download = await waiting;
			assert.equal(download.suggestedFilename(), name);
			saved[name] = join(site.folder, name);
			writeFileSync(saved[name], readFileSync(await download.path()));
		}
		const key = (await (await page.context().request.get("/receipt/key")).text()).trim();
		assert.match(execFileSync(`${build}/shanyu`, ["receipt", "verify", saved["stamp.txt"], saved["complaint.json"], "--key", key], { cwd: root, encoding: "utf8" }), /to be answered by: /);
	}));

	test("what was written is there to be read, with its evidence, and is printed on clean paper", () => visit(person.desktop, "/complaint", async page => {
		await begin(page);
		await answer(page, {
			anonymous: false,
			evidence: async () => {
				await page.getByLabel("选文件").setInputFiles([photo]);
				await page.locator("[data-files]").getByText("photo.jpg").waitFor();
			},
		});
		await press(page, "提交");
		await heading(page, "已经收到");
		await open_receipt(page, await receipt_of(page), "已收到");
		const letter = page.locator("section", { has: page.getByRole("heading", { name: "您写的" }) });
		assert.equal(await letter.locator(".written").first().textContent(), story);
		for (const text of ["photo.jpg", "（还在发生）", "已留下，为了安全不在这里显示"])
			assert.equal(await letter.getByText(text).count(), 1, text);
		assert.ok(!(await page.content()).includes("王奶奶"), "whoever finds a receipt finds no name");
		await inspect(page, "receipt with the letter");
		assert.ok(await page.getByRole("button", { name: "打印这一页" }).isVisible());
		await page.emulateMedia({ media: "print" });
		for (const text of [/编号 \d{4}-\d{6}/, /最晚答复/, "已收到", "孩子“哭了”"])
			assert.ok(await page.getByText(text).first().isVisible(), `on paper: ${text}`);
		assert.equal(await page.getByRole("button").count() + await page.getByRole("textbox").count(), 0, "forms on paper");
	}));

	test("a message of a receipt that has sent many passes by the calculation, which begins when somebody begins to write", () => visit(person.phone, "/complaint", async page => {
		await begin(page);
		await answer(page);
		await press(page, "提交");
		await heading(page, "已经收到");
		const receipt = await receipt_of(page);
		await open_receipt(page, receipt, "已收到");
		const send = number => page.context().request.post("/receipt/message", { multipart: { receipt, nonce: String(number).padStart(16, "0"), text: "又一条" } });
		let sent = 0;
		while ((await send(sent)).status() === 200)
			assert.ok(++sent < 30, "nothing holds it back");
		assert.equal(await page.locator("input[name=altcha]").count(), 0);
		await page.getByLabel("补充说明或回答").fill("有证明的一条");
		await page.locator("input[name=altcha]").first().waitFor({ state: "attached", timeout: 300000 });
		await press(page, "送出");
		await page.getByText("已经收到，封好了").waitFor();
		await await_follow(page, "有证明的一条");
	}));

	test("who has to wait keeps his place, and the page sends itself at his turn", () => visit(person.phone, "/complaint", async page => {
		await begin(page);
		await answer(page);
		await page.getByText("可以提交了。").waitFor({ timeout: 300000 });
		const receipt = await hidden(page, "receipt");
		// What others of the same network sent without the calculation.
		const send = async () => {
			const fresh = (await (await page.context().request.get("/complaint")).text()).match(/name="receipt" value="([^"]*)"/)[1];
			return page.context().request.post("/complaint/send", { form: { receipt: fresh, kind: "ADVICE", place: "这里", going_on: "no", anonymous: "1", story: "别人写的一封" } });
		};
		let sent = 0;
		while ((await send()).status() === 200)
			assert.ok(++sent < 60, "nothing holds it back");
		// Neither this page nor the next one has a calculation to show.
		await page.evaluate(() => document.querySelectorAll("input[name=altcha]").forEach(field => field.remove()));
		await page.route("**/altcha-lib-*/**", () => {});
		await press(page, "提交");
		await page.getByText("您的位置已经留好").waitFor();
		await heading(page, "已经收到");
		assert.equal(await receipt_of(page), receipt);
	}));

	test("on paper the receipt is its code and its picture, without buttons", () => visit(person.desktop, "/complaint", async page => {
		await begin(page);
		await answer(page);
		await press(page, "提交");
		await heading(page, "已经收到");
		await page.emulateMedia({ media: "print" });
		assert.ok(await page.locator("#receipt-code").isVisible());
		assert.ok(await page.getByRole("img", { name: "回执码的二维码" }).isVisible());
		assert.equal(await page.getByRole("button").count(), 0, "buttons on paper");
		assert.equal((await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b/g).length, 1);
	}));
});

const is_large = page => page.evaluate(() => document.documentElement.classList.contains("text-large"));

describe("the size of text", () => {
	for (const [how, who] of [["with", person.phone], ["without", without_script]])
		test(`changes on every page of a complaint and keeps the step and what was typed, ${how} JavaScript`, () => visit(who, "/complaint", async page => {
			let large = false;
			const change = async title => {
				await press(page, large ? "标准字号" : "大字版");
				await heading(page, title);
				large = !large;
				assert.equal(await is_large(page), large, title);
				assert.equal(await page.locator(".govuk-error-summary").count(), 0, "nobody asked to go on");
				assert.match(page.url(), /\/(complaint|receipt)(\/[a-z]+)?$/);
			};
			await press(page, "开始填写");
			await page.getByLabel("紧急情况", { exact: true }).check();
			await change("您要说的是哪一种？");
			assert.ok(await page.getByLabel("紧急情况", { exact: true }).isChecked());
			await press(page, "继续");
			await change("先打电话，再接着填");
			await press(page, "继续填写");
			await page.getByLabel("名单上没有？写下叫什么、在哪里").fill("弄堂里");
			await change("是哪一家？");
			assert.equal(await page.getByLabel("名单上没有？写下叫什么、在哪里").inputValue(), "弄堂里");
			await press(page, "继续");
			await page.getByLabel("发生了什么？").fill(story);
			await change("发生了什么？");
			assert.equal(await page.getByLabel("发生了什么？").inputValue(), story);
			await press(page, "继续");
			await page.getByLabel("大约什么时候").fill("昨天");
			await page.getByLabel("还在发生", { exact: true }).check();
			await change("什么时候的事？");
			assert.ok(await page.getByLabel("还在发生", { exact: true }).isChecked());
			assert.equal(await page.getByLabel("大约什么时候").inputValue(), "昨天");
			await press(page, "继续");
			await page.getByLabel("选文件").setInputFiles([photo]);
			await page.getByText("photo.jpg").or(page.getByText("先传上，再看一看")).first().waitFor();
			await change("有照片或其他材料吗？");
			await page.getByText("photo.jpg").waitFor();
			await press(page, "继续");
			await page.getByLabel("留下，写在下面").check();
			await page.getByLabel("怎么称呼您").fill("王奶奶");
			await page.getByLabel("电话", { exact: true }).fill("13900000000");
			await change("要不要留下联系方式？");
			assert.equal(await page.getByLabel("怎么称呼您").inputValue(), "王奶奶");
			await press(page, "继续");
			await change("看一看，没错就提交");
			await page.getByText("王奶奶 13900000000").waitFor();
			await press(page, "提交");
			await heading(page, "已经收到");
			const receipt = await receipt_of(page);
			await change("已经收到");
			assert.equal(await receipt_of(page), receipt);
			await press(page, "现在就看进展");
			await await_follow(page, "已收到");
			await page.getByLabel("补充说明或回答").fill("还有一句");
			await change("办理进展");
			assert.equal(await page.getByLabel("补充说明或回答").inputValue(), "还有一句");
			await page.getByText(story.split("\n")[0]).first().waitFor();
			await page.goto("/receipt");
			assert.equal(await is_large(page), large, "remembered");
			await page.getByLabel("用回执码看进展").fill(receipt.slice(0, 11));
			await change("用回执码看进展");
			assert.equal(await page.getByLabel("用回执码看进展").inputValue(), receipt.slice(0, 11));
		}));

	test("keeps what was typed into the other forms of a receipt, too", () => visit(person.phone, "/complaint", async page => {
		await begin(page);
		await answer(page);
		await press(page, "提交");
		await heading(page, "已经收到");
		await open_receipt(page, await receipt_of(page), "已收到");
		await page.getByText("撤回这一件").click();
		await page.getByLabel("为什么撤回").fill("已经谈好了");
		await press(page, "大字版");
		await page.locator(".text-large").waitFor();
		assert.equal(await page.getByLabel("为什么撤回").inputValue(), "已经谈好了");
		assert.equal(await page.getByText("已经收到，封好了").count(), 0, "nothing was sent");
	}));

	test("the Enter key goes on, it does not change the size", () => visit(without_script, "/complaint", async page => {
		await begin(page);
		await page.getByLabel("按名称、路名、电话或拼音找").fill("csl");
		await page.keyboard.press("Enter");
		await page.getByLabel("长寿路街道儿童服务中心").check();
		await press(page, "继续");
		await page.getByLabel("发生了什么？").fill(story);
		await press(page, "继续");
		await page.getByLabel("还在发生", { exact: true }).check();
		await page.getByLabel("大约什么时候").fill("昨天");
		await page.keyboard.press("Enter");
		await heading(page, "有照片或其他材料吗？");
		assert.equal(await is_large(page), false);
	}));
});

// The browser of the tests has no back-forward cache, like WeChat's: a page that may not be kept is gone after a step on.
describe("stepping back", () => {
	for (const [how, who] of [["with", person.phone], ["without", without_script]])
		test(`shows an open receipt, a page with mistakes and the receipt's code again, with what was typed, ${how} JavaScript`, () => visit(who, "/complaint", async page => {
			await begin(page);
			await page.getByLabel("名单上没有？写下叫什么、在哪里").fill("弄堂里");
			await press(page, "继续");
			await press(page, "继续");
			await page.getByText("请写下发生了什么").first().waitFor();
			await page.getByLabel("发生了什么？").fill(story);
			await page.goto("/privacy");
			await page.goBack();
			await heading(page, "发生了什么？");
			assert.equal(await page.getByLabel("发生了什么？").inputValue(), story);
			await press(page, "继续");
			await page.getByLabel("还在发生", { exact: true }).check();
			await press(page, "继续");
			await press(page, "继续");
			await page.getByLabel("不留，匿名").check();
			await press(page, "继续");
			await press(page, "提交");
			await heading(page, "已经收到");
			const receipt = await receipt_of(page);
			await page.goto("/privacy");
			await page.goBack();
			await heading(page, "已经收到");
			assert.equal(await receipt_of(page), receipt);
			await press(page, "现在就看进展");
			await await_follow(page, "已收到");
			await page.getByLabel("补充说明或回答").fill("还有一句");
			await page.goto("/privacy");
			await page.goBack();
			await heading(page, "办理进展");
			assert.equal(await page.getByLabel("补充说明或回答").inputValue(), "还有一句");
			await press(page, "送出");
			await page.getByText("已经收到，封好了").waitFor();
			await page.goto("/privacy");
			await page.goBack();
			await page.getByText("已经收到，封好了").waitFor();
		}));
});

test("every page on the way is valid HTML", () => {
	assert.ok(Object.keys(seen).length >= 10);
	assert.deepEqual(invalid_html(seen), []);
});
