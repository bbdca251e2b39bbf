// SPDX-License-Identifier: Apache-2.0
// offer.mjs FOLDER TODAY SENTENCE COUNT: draws questions (SEED sets which), and proves what is answered from the rows of the classes.

import assert from "node:assert/strict";
import fs from "node:fs";
import { Connection } from "./fastcgi.mjs";

const [folder, todayText, sentence, countText] = process.argv.slice(2);
const today = Number(todayText);
const classes = new Map();
for (const row of JSON.parse(fs.readFileSync(`${folder}/classes.json`, "utf8")))
	classes.set(row.facility_code, [...classes.get(row.facility_code) ?? [], row]);
const listings = JSON.parse(fs.readFileSync(`${folder}/listings.json`, "utf8"));
const connection = new Connection(`${folder}/socket`);

let state = BigInt(process.env.SEED ?? 20261129);
const below = bound => {
	state = (state * 6364136223846793005n + 1442695040888963407n) & ((1n << 64n) - 1n);
	return Number((state >> 33n) % BigInt(bound));
};
const one_of = list => list[below(list.length)];

// The day in Shanghai; months to come, their last day, and how old the child is then.
const day_of = seconds => new Date((seconds + 28800) * 1000).toISOString().slice(0, 10);
const this_day = day_of(today);
const month_number = text => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
const month_ahead = ahead => new Date(Date.UTC(Math.floor((month_number(this_day) + ahead) / 12), (month_number(this_day) + ahead) % 12, 1)).toISOString().slice(0, 7);
const last_day = month => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10);
const age_then = question => question.age + (question.start ? month_number(question.start) - month_number(this_day) : 0);

// Around one of the facilities.
const middle = listings[listings.length >> 1];
function draw() {
	const question = {};
	if (below(3))
		question.age = below(37);
	if (below(2))
		question.mode = one_of(["FULL_DAY", "HALF_DAY", "HOURLY", "TEMP"]);
	else if (!below(3))
		question.not_mode = one_of(["FULL_DAY", "HALF_DAY", "HOURLY", "TEMP"]);
	if (!below(3))
		question.fee_max = one_of([0, 30, 800, 1500, 3000, 6000]);
	if (!below(4))
		question.vacancy = 1;
	if (!below(4))
		question.start = month_ahead(below(25));
	if (!below(3))
		question.sort = one_of(["fee", "fresh", "name", "vacancy"]);
	if (!below(3))
		Object.assign(question, { lat: Number((middle.lat - 0.05 + below(100) / 1000).toFixed(3)), lon: Number((middle.lon - 0.05 + below(100) / 1000).toFixed(3)) });
	return question;
}

const fits = question => row =>
	(question.age === undefined || (row.age_from_months <= age_then(question) && age_then(question) < row.age_to_months))
	&& (!question.mode || row.mode === question.mode) && row.mode !== question.not_mode
	&& (question.fee_max === undefined || (row.fee_fen !== null && row.fee_fen <= question.fee_max * 100
		&& (row.fee_unit === "MONTH" || row.fee_fen === 0 || ["HOURLY", "TEMP"].includes(question.mode))));

const stated = (rows, name) => rows.map(row => row[name]).filter(value => value !== null);
const sum = list => list.length ? list.reduce((a, b) => a + b, 0) : null;
const least = list => list.length ? Math.min(...list) : null;
const most = list => list.length ? Math.max(...list) : null;

const unit_names = { MONTH: "月", DAY: "天", SESSION: "次", HOUR: "小时" };
function fees(rows) {
	const priced = rows.filter(row => row.fee_fen !== null);
	const cheapest = priced.toSorted((a, b) => a.fee_fen - b.fee_fen)[0];
	const unit = priced.some(row => row.fee_unit === "MONTH") ? "MONTH" : cheapest?.fee_unit ?? null;
	const shown = priced.filter(row => row.fee_unit === unit);
	const total = unit === "MONTH" && new Set(shown.map(row => row.meal_fee_fen !== null)).size === 1 && shown.some(row => row.meal_fee_fen > 0 || row.subsidy_fen > 0)
		? shown.map(row => Math.max(0, row.fee_fen + (row.meal_fee_fen ?? 0) - (row.subsidy_fen ?? 0))) : [];
	const others = priced.filter(row => row.fee_unit !== unit), paid = new Set(others.filter(row => row.fee_fen).map(row => row.fee_unit));
	const other_units = Object.keys(unit_names).filter(code => paid.has(code));
	return { fee_partly: Number(priced.length > 0 && priced.length < rows.length),
		fee_other_units: other_units.join(" ") || null, fee_other_unit_names: other_units.map(code => unit_names[code]).join("、") || null,
		fee_other_free: Number(shown.every(row => row.fee_fen) && others.some(row => !row.fee_fen)), fee_unit: unit, fee_min_fen: least(stated(shown, "fee_fen")), fee_max_fen: most(stated(shown, "fee_fen")),
		fee_until: least(stated(shown, "fee_until")), total_min_fen: least(total), total_max_fen: most(total) };
}

// How a class stands by a day.
function settled(row, room_by) {
	if (!row.vacancy_from || row.has_vacancy === null)
		return { ...row, vacancy_from: null };
	const by_then = row.vacancy_from <= room_by;
	return { ...row, has_vacancy: Number(by_then), vacancy: !by_then ? 0 : row.has_vacancy ? row.vacancy : null,
		vacancy_from: row.vacancy_from > this_day ? row.vacancy_from : null };
}

function vacancies(classes, room_by) {
	const rows = classes.map(row => settled(row, room_by));
	const fresh = rows.filter(row => row.has_vacancy !== null && row.vacancy_until >= today);
	const old = rows.filter(row => row.has_vacancy !== null && row.vacancy_until < today);
	const room = fresh.filter(row => row.has_vacancy);
	const of = room.length ? room : old.length ? old : rows.length && fresh.length === rows.length ? fresh : [];
	const count = of.every(row => row.vacancy !== null) ? sum(stated(of, "vacancy")) : null;
	const later = of === old || of.some(row => row.has_vacancy && !row.vacancy_from) ? [] : stated(of, "vacancy_from").sort();
	return { has_vacancy: most(stated(of, "has_vacancy")), vacancy: of.length ? count : null, vacancy_from: later[0] ?? null, vacancy_until: least(stated(of, "vacancy_until")) };
}

function offer(question, code) {
	const rows = (classes.get(code) ?? []).filter(fits(question));
	return { places: sum(stated(rows, "places")), age_from_months: least(stated(rows, "age_from_months")),
		age_to_months: most(stated(rows, "age_to_months")), ...fees(rows), ...vacancies(rows, question.start ? last_day(question.start) : this_day) };
}

const query = question => new URLSearchParams(question).toString();
async function ask(path) {
	const text = await connection.ask(path);
	const at = text.indexOf("\r\n\r\n");
	assert.match(text, /^Status: 200 OK\r\n/, path);
	return text.slice(at + 4);
}

async function answer(question) {
	const first = JSON.parse(await ask(`/api/facilities?${query(question)}`));
	if (first.pages < 2 || below(4))
		return first;
	return JSON.parse(await ask(`/api/facilities?${query({ ...question, page: 1 + below(Math.min(first.pages, 500)) })}`));
}

function check(question, items) {
	for (const item of items) {
		const true_of_it = offer(question, item.code);
		for (const [name, value] of Object.entries(true_of_it))
			assert.equal(item[name], value, `${name} of ${item.code} for ${query(question)}`);
		if (question.vacancy)
			assert.ok(item.has_vacancy === 1 && item.vacancy_until >= today, `no fresh vacancy at ${item.code} for ${query(question)}`);
	}
}

// The text of a piece of page.
const text_of = html => html.replace(/<\/?time>/g, "").replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
const yuan = fen => String(fen / 100);
const units = { MONTH: "元/月", DAY: "元/天", HOUR: "元/小时", SESSION: "元/次" };

// What a card and a column of the comparison must say of what the API says.
function says(item, text, where) {
	if (item.age_to_months === null)
		return;
	const has = words => assert.ok(text.includes(words), `${where}: "${words}" of ${item.code} is not in: ${text}`);
	const has_number = words => assert.match(text, new RegExp(`(?<![0-9.–])${words.replaceAll(".", "\\.")}`), `${where}: ${item.code}`);
	has(`${item.age_from_months} 个月到不满 ${item.age_to_months} 个月`);
	if (item.fee_min_fen === null)
		has("未公布");
	else if (!item.fee_max_fen)
		has("免费");
	else if (item.fee_min_fen === item.fee_max_fen)
		has_number(`${yuan(item.fee_min_fen)} ${units[item.fee_unit]}`);
	else
		has_number(`${yuan(item.fee_min_fen)}–${yuan(item.fee_max_fen)} ${units[item.fee_unit]}`);
	if (item.total_min_fen !== null)
		has(`${item.with_subsidy ? "减补贴" : ""}${item.subsidy_fen === null ? "" : ` ${yuan(item.subsidy_fen)}`}${item.with_subsidy ? "，" : ""}共 ${yuan(item.total_min_fen)}`);
	const told = { "有的班没公布": item.fee_partly, "另有免费的班": item.fee_other_free, [`另有按${item.fee_other_unit_names ?? ""}`]: item.fee_other_units };
	for (const [words, is] of Object.entries(told))
		assert.equal(text.includes(words), Boolean(is), `${where}: "${words}" of ${item.code} in: ${text}`);
	if (item.fee_other_units)
		has(`另有按${item.fee_other_unit_names}收费的班`);
	if (item.places)
		has(`${item.places} 个`);
	if (item.vacancy_until === null)
		has("余位未公布");
	else if (item.vacancy_until < today)
		has("余位未更新");
	else if (!item.has_vacancy)
		has(item.vacancy_from ? `暂无余位 ${item.vacancy_from} 起有` : "暂无余位");
	else
		has((item.vacancy_from ? `${item.vacancy_from} 起有余位` : "有余位") + (item.vacancy ? ` ${item.vacancy} 个` : ""));
}

function csv_rows(text) {
	const lines = text.replace(/^\uFEFF/, "").trimEnd().split("\r\n").map(line => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
		.map(part => part[1].replace(/^"|"$/g, "").replaceAll('""', '"')));
	return lines.slice(1).map(cells => Object.fromEntries(lines[0].map((name, i) => [name, cells[i]])));
}

async function compared(question, items) {
	const given = query(Object.fromEntries(["age", "start", "mode", "not_mode", "fee_max"].filter(name => name in question).map(name => [name, question[name]])));
	const page = await ask(`/compare?${items.map(item => `code=${item.code}`).join("&")}&${given}`);
	const rows = [...page.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].slice(1).map(row => row[1]);
	items.forEach((item, i) => says(item, rows.map(row => text_of(row.match(/<td[\s\S]*?<\/td>/g)[i])).join(" "), `comparison for ${given}`));
}

// What is up to date first, then what is not, then what takes no children; in each by what the order's name says.
const without_care = ["GUIDE_STATION", "CHILD_HOME", "ECD_BASE"];
const group = new Map(listings.map(listing => [listing.code,
	without_care.includes(listing.kind) ? 2 : listing.fresh_until < today ? 1 : 0]));
const has_room = item => item.vacancy_until !== null && item.vacancy_until >= today && item.has_vacancy === 1;
const is_full = item => item.vacancy_until !== null && item.vacancy_until >= today && item.has_vacancy === 0;
const keys_of = {
	// By the month before other units, then by the fee that is shown; who states none comes last.
	fee: item => [item.fee_min_fen === null, item.fee_unit !== "MONTH", item.fee_min_fen],
	// With room before unknown before full; the most places first.
	vacancy: item => [has_room(item) ? 0 : is_full(item) ? 2 : 1, has_room(item) ? -(item.vacancy ?? 0) : 0],
	near: item => [item.distance_m],
	name: () => [],
	fresh: item => [-listings_by_code.get(item.code).fresh_until],
};
const listings_by_code = new Map(listings.map(listing => [listing.code, listing]));
function in_order(question, items) {
	const sort = question.sort ?? ("lat" in question ? "near" : "fresh");
	const keys = items.map(item => [group.get(item.code), ...keys_of[sort](item)].map(Number));
	for (let i = 1; i < keys.length; i++) {
		const at = keys[i].findIndex((part, j) => part !== keys[i - 1][j]);
		// What is near is in the order of the flat, within a metre of the sphere's; beyond 50 km the two part.
		const slack = sort !== "near" || at < 1 ? 0 : items[i].distance_m < 50000 ? 5 : Infinity;
		assert.ok(at < 0 || keys[i][at] > keys[i - 1][at] - slack, `${items[i].code} comes after ${items[i - 1].code} for ${query(question)}`);
	}
}

// How many fit, how many of them take no children, and of how many nobody knows whether they have room.
function counted(question, found) {
	const anything = ["age", "mode", "not_mode", "fee_max", "vacancy"].some(name => name in question);
	const fitting = { ...question, vacancy: undefined };
	const offers = listings.map(listing => ({ kind: listing.kind, rows: (classes.get(listing.code) ?? []).filter(fits(fitting)), ...offer(question, listing.code) }));
	const matching = offers.filter(one => !anything || (one.rows.length && (!question.vacancy || has_room(one))));
	assert.equal(found.total, matching.length, `total for ${query(question)}`);
	assert.equal(found.without_care, matching.filter(one => without_care.includes(one.kind)).length, `without care for ${query(question)}`);
	const by_class = ["age", "mode", "not_mode", "fee_max"].some(name => name in question);
	const unknown = offers.filter(one => !without_care.includes(one.kind) && (one.rows.length || !by_class) && !has_room(one) && !is_full(one));
	assert.equal(found.vacancy_unknown, question.vacancy ? unknown.length : 0, `of unknown vacancy for ${query(question)}`);
}

const sentences = {
	async claims(count) {
		let shown = 0;
		for (let i = 0; i < count; i++) {
			const question = draw(), found = await answer(question);
			check(question, found.items);
			in_order(question, found.items);
			counted(question, found);
			shown += found.items.length;
		}
		assert.ok(shown > count, `only ${shown} facilities were shown`);
	},
	async pages_agree(count) {
		let cards = 0;
		for (let i = 0; i < count; i++) {
			const question = draw(), found = JSON.parse(await ask(`/api/facilities?${query(question)}`));
			const page = await ask(`/facilities?${query(question)}`);
			const rows = csv_rows(await ask(`/facilities.csv?${query(question)}`));
			assert.equal(rows.length, found.total, `rows of the file for ${query(question)}`);
			if (!found.items.length)
				continue;
			const on_page = page.split('<li class="listing" data-code="').slice(1);
			const headings = [...page.matchAll(/没有及时更新，请先打电话问<\/h2>|不收托，提供育儿指导和活动<\/h2>|<li class="listing" data-code="([^"]*)/g)];
			headings.reduce((under, found) => {
				const now = found[1] ? under : found[0].startsWith("没有") ? 1 : 2;
				assert.ok(!found[1] || group.get(found[1]) === now, `${found[1]} stands under the heading ${now} for ${query(question)}`);
				return now;
			}, 0);
			assert.deepEqual(on_page.map(card => card.split('"')[0]), found.items.map(item => item.code), `order for ${query(question)}`);
			found.items.forEach((item, at) => {
				says(item, text_of(on_page[at].split("</li>")[0]), `card for ${query(question)}`);
				for (const name of Object.keys(offer(question, item.code)))
					assert.equal(rows[at][name], String(item[name] ?? ""), `${name} of ${item.code} in the file for ${query(question)}`);
				cards++;
			});
			await compared(question, found.items.slice(0, 4));
		}
		assert.ok(cards > count, `only ${cards} cards were seen`);
	},
};

assert.ok(listings.length);
await sentences[sentence](Number(countText)).then(() => connection.end(), error => {
	console.log(error.message);
	process.exit(1);
});
