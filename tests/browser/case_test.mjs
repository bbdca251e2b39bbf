// SPDX-License-Identifier: Apache-2.0
// A complaint from its sending to the outcome that everybody may read, on the running site: a mother on a phone, an officer of the desk, one
// of the market's department, and an approver, each in a browser of their own. The mother's receipt shows every public step within a second.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { accessibility_faults, root, sizes, start_browser } from "./browser.mjs";
import { open_site, start_site } from "./site.mjs";

const most_milliseconds_to_wait = 300000;
const password = "demo-pear-lantern-88"; // of the demonstration's accounts: db/demo/accounts.csv
const mother = {
	name: "欧阳小敏", phone: "13800001234",
	story: "星期二下午去接孩子，看到厨房里做饭的阿姨没有戴帽子，问她有没有健康证，她说还没有办。",
};
const asked = "请问是几号看到的？厨房里一共几个人？";
const answered = "十一月二十四日，一共两个人。";
const inside = "到场看了厨房和证件，两名厨师都没有健康证。";
const reply = "经现场核查，您反映的情况属实。两名厨师已经补办健康证，补办期间由有证的人替岗。";
const summary = "检查时两名厨师没有健康证，违反《食品安全法》第四十五条。已责令改正，复查时证件已经补齐。";
const statement = "我们接受检查，以后先办证再上岗。";

const site = await start_site({ LETTER_RATE: "100000r/m", RECEIPT_RATE: "100000r/m", SIGN_IN_RATE: "1000r/m" });
const browser = await start_browser();
const facilities = await site.facilities();
const facility = facilities.find(one => one.kind === "INST_PROFIT");
const people = [];

after(async () => {
	await browser.close();
	await site.stop();
});

// Somebody with a browser of their own.
async function person(options = {}) {
	const context = await open_site(browser, site, options);
	context.setDefaultTimeout(most_milliseconds_to_wait); // hashing a password or a proof takes its time on a busy machine
	people.push(context);
	return context.newPage();
}

async function official(name) {
	const page = await person({ baseURL: site.admin_origin, viewport: sizes.desktop });
	await page.goto("/login");
	await page.getByLabel("账号").fill(name);
	await page.getByLabel("密码").fill(password);
	await page.getByRole("button", { name: "下一步" }).click();
	await page.getByLabel("验证码").fill(site.shanyu("user", "code", name).trim());
	await page.getByRole("button", { name: "登录" }).click();
	await page.waitForURL(address => !address.pathname.startsWith("/login"));
	return page;
}

const press = (page, name, within = "main") => page.locator(within).getByRole("button", { name, exact: true }).click();

let receipt, number, code;
const reporter = await person({ viewport: sizes.phone, hasTouch: true });
const receipt_page = async () => (await reporter.context().request.post("/receipt", { form: { receipt } })).text();
const state_of = html => html.match(/follow__state"><strong class="govuk-tag">([^<]*)/)?.[1];

// Waits until a page says what is expected, and tells how long it took from a moment on.
async function shown_soon(t, what, began, read, says) {
	while (!says(await read())) {
		assert.ok(performance.now() - began < most_milliseconds_to_wait, `${what} is never shown`);
		await pause(10);
	}
	t.diagnostic(`${what}: ${Math.round(performance.now() - began)} ms`);
}

// Presses a button; the moment at which the site answered that it is done.
async function press_and_note(page, button, within = "main") {
	const answered = page.waitForResponse(response => response.request().method() === "POST").then(() => performance.now());
	await press(page, button, within);
	return answered;
}

// The same on an official's page, which then says that it is done.
async function act(page, button, within, done) {
	const moment = await press_and_note(page, button, within);
	await page.waitForURL(address => address.searchParams.get("done") === done);
	return moment;
}

// Her receipt says the state that a button leads to. It is looked at while the official's page is still on its way.
async function follows(t, state, page, button, within, done) {
	const moment = await press_and_note(page, button, within);
	await shown_soon(t, state, moment, receipt_page, html => state_of(html) === state);
	await page.waitForURL(address => address.searchParams.get("done") === done);
}

let sent;
test("a mother complains on her phone, with a photograph, and leaves her name", async () => {
	const page = reporter;
	await page.goto(`/complaint?facility=${facility.code}`);
	await press(page, "开始填写");
	await page.getByLabel("投诉", { exact: true }).check();
	await press(page, "继续");
	await page.getByRole("heading", { name: "是哪一家？" }).waitFor();
	assert.ok((await page.locator("main").textContent()).includes(facility.name));
	await press(page, "继续");
	await page.getByLabel("发生了什么？").fill(mother.story);
	await press(page, "继续");
	await page.getByLabel("已经过去了").check();
	await press(page, "继续");
	await page.getByLabel("选文件").setInputFiles(root + "tests/data/evidence/photo.jpg");
	await page.locator(".files__file").waitFor();
	await press(page, "继续");
	await page.getByLabel("留下，写在下面").check();
	await page.getByLabel("怎么称呼您").fill(mother.name);
	await page.getByLabel("电话", { exact: true }).fill(mother.phone);
	await page.getByLabel("我用回执码自己看").check();
	await press(page, "继续");
	// The little calculation that keeps programs away.
	await page.locator("input[name=altcha]").waitFor({ state: "attached" });
	sent = await press_and_note(page, "提交");
	receipt = (await page.locator("#receipt-code").textContent()).trim();
	await page.getByRole("button", { name: "现在就看进展" }).click();
});

test("her receipt opens the case within a second of its sending", t =>
	shown_soon(t, "已收到", sent, receipt_page, html => state_of(html) === "已收到"));

let desk;
test("the desk finds it in its list, sorts it and takes it on; she sees both", async t => {
	desk = await official("desk");
	await desk.goto("/cases");
	// Her page was asked for a hundred times just now: one answer may be that she is to wait a moment.
	await shown_soon(t, "its number", performance.now(), receipt_page, html => {
		number = html.match(/编号 (?:<[^>]*>)?(\d{4}-\d{6})/)?.[1];
		return number;
	});
	await desk.locator("main").getByRole("link", { name: number }).first().click();
	await desk.waitForURL(`**/cases/${number}`);
	const page = await desk.locator("main").textContent();
	assert.ok(page.includes(mother.story), page);
	assert.ok(page.includes(facility.name));
	assert.ok(!page.includes(mother.name) && !page.includes(mother.phone), "who reported is not shown unasked");
	await desk.locator("#triage-matter").selectOption("FOOD");
	await follows(t, "已分类", desk, "分好类，往下办", "#triage", "triage");
	await desk.locator("#accept-note").fill("已经受理，会派人去看。");
	await follows(t, "已受理", desk, "受理", "#accept", "accept");
	assert.ok((await receipt_page()).includes("会派人去看"));
});

test("the matrix hands it to the market's department; she sees it", async t => {
	assert.equal(await desk.locator("#dispatch-lead").inputValue(), "MARKET");
	await follows(t, "已派给承办部门", desk, "交办", "#dispatch", "dispatch");
});

let market;
test("the department takes it, and asks her; she answers from her receipt", async t => {
	market = await official("market");
	await market.goto(`/cases/${number}`);
	await follows(t, "正在调查处理", market, "接收办理", "#take", "take");
	await market.getByText("给提交人写信").click();
	await market.locator("#message-text").fill(asked);
	await shown_soon(t, "a question", await act(market, "发给提交人", "#message", "message"), receipt_page, html => html.includes(asked));
	await reporter.goto("/receipt");
	await reporter.getByLabel("用回执码看进展").fill(receipt);
	await press(reporter, "看进展");
	await reporter.getByText(asked).waitFor();
	await reporter.getByLabel("补充说明或回答").fill(answered);
	const moment = await press_and_note(reporter, "送出");
	const case_page = async () => (await market.context().request.get(`/cases/${number}`)).text();
	await shown_soon(t, "her answer, at the department", moment, case_page, html => html.includes(answered));
});

test("the department writes down what it saw, finds her right and replies; she reads the reply, and nothing of the notes", async t => {
	await market.goto(`/cases/${number}`);
	await market.locator("#note-text").fill(inside);
	await act(market, "记下", "#note", "note");
	await market.locator("#reply [name=verdict][value=SUBSTANTIATED_CORRECTED]").check();
	await market.locator("#reply-text").fill(reply);
	await follows(t, "已答复", market, "答复并写下结论", "#reply", "reply");
	const page = await receipt_page();
	assert.ok(page.includes(reply));
	assert.ok(!page.includes(inside) && !page.includes("赵市场"));
});

test("what the public will read is drafted, kept from naming her, shown to the facility, and its answer written down", async () => {
	await market.locator("main").getByRole("link", { name: "拟稿中" }).click();
	await market.waitForURL("**/outcomes/*");
	code = new URL(market.url()).pathname.split("/").pop();
	await market.getByLabel("给公众看的结论").fill(`${mother.name}反映的情况属实。`);
	await press(market, "保存，并请机构陈述");
	await market.getByText("看得出是谁反映的").waitFor();
	await market.getByLabel("给公众看的结论").fill(summary);
	await act(market, "保存，并请机构陈述", "main", "open");
	await market.getByLabel("机构怎么说").fill(statement);
	await market.getByLabel("当面").check();
	await act(market, "记下，转审批", "main", "answer");
	assert.equal(await market.getByRole("button", { name: "批准公示" }).count(), 0, "its author does not approve it");
});

test("she says that it is solved, and the case is closed", async t => {
	await reporter.goto("/receipt");
	await reporter.getByLabel("用回执码看进展").fill(receipt);
	await press(reporter, "看进展");
	await reporter.getByLabel("解决了", { exact: true }).check();
	await shown_soon(t, "已办结", await press_and_note(reporter, "告诉我们"), receipt_page, html => state_of(html) === "已办结");
});

test("an approver reads it as the public will, approves it, and it is on the facility's page and her receipt within a second", async t => {
	const approver = await official("approver");
	await approver.goto("/outcomes");
	await approver.locator("main").getByRole("link", { name: facility.name }).click();
	await approver.waitForURL(`**/outcomes/${code}`);
	const preview = await approver.locator(".as-public").textContent();
	assert.ok(preview.includes(summary) && preview.includes(statement));
	const public_page = async () => (await fetch(`${site.origin}/facilities/${facility.code}`)).text();
	assert.ok(!(await public_page()).includes(summary));
	const moment = await press_and_note(approver, "批准公示");
	await Promise.all([
		shown_soon(t, "the outcome, on the facility's page", moment, public_page, html => html.includes(summary) && html.includes(statement)),
		shown_soon(t, "its place, on her receipt", moment, receipt_page, html => html.includes("结论已公示")),
	]);
	await approver.waitForURL(address => address.searchParams.get("done") === "approve");
});

test("her receipt leads to it, and nothing there tells who complained", async () => {
	await reporter.goto("/receipt");
	await reporter.getByLabel("用回执码看进展").fill(receipt);
	await press(reporter, "看进展");
	await reporter.getByRole("link", { name: "看机构页面上的公示" }).click();
	await reporter.waitForURL(`**/facilities/${facility.code}#disclosure-${code}`);
	assert.ok(await reporter.locator(`#disclosure-${code}`).isVisible());
	assert.deepEqual(await accessibility_faults(reporter), []);
	for (const path of [`/facilities/${facility.code}`, "/disclosures", `/api/facilities/${facility.code}`]) {
		const page = await (await fetch(site.origin + path)).text();
		assert.ok(page.includes(code), path);
		for (const secret of [mother.name, mother.phone, mother.story, number, inside, reply, asked, answered, "赵市场"])
			assert.ok(!page.includes(secret), `${path} says ${secret}`);
	}
});

test("log and audit verify, and no browser had anything to complain of or asked another host", () => {
	site.shanyu("log", "verify");
	site.shanyu("audit", "verify");
	for (const context of people) {
		assert.deepEqual(context.foreign, []);
		assert.deepEqual(context.faults.filter(fault => !/status of 4\d\d/.test(fault)), []);
	}
});
