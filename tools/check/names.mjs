// SPDX-License-Identifier: Apache-2.0
// names.mjs STATEMENTS ROUTES WRITTEN: whether every name that travels arrives. Follows values from where they are put (a query's columns, a form's fields,
// values_put_...) through the functions that hand them on to where they are read, bound to a query or shown by a template, and complains of
//   a parameter that a query has and nobody put               a name that is put for queries or pages and that none of them has
//   a column that is read and that the query does not give    a marker of a template that nobody binds on a page of it
// STATEMENTS is what tools/statements prints, ROUTES what the programs print with --routes, WRITTEN a folder in which "tplview --words" wrote the templates
// with their fields put in. Prints a line for each complaint, and what was
// looked at as the last line; exit code 1 when there are complaints. What it cannot see stands in HACKING.md ("How names are checked").
import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { without_directives, tokens_of, expand_macros, Reader } from './c_reader.mjs';

const ANY = '\u0001'; // any letters, in a name of which not all is known
const DEEPEST = 40;
const FEW = 3;

// --- What there is: statements, routes, templates, sources -------------------------------------------------------------------------------

const statements = new Map();
for (const line of readFileSync(process.argv[2], 'utf8').trim().split('\n')) {
	const [name, file, rows, parameters, columns] = line.split('\t');
	const words = (text) => (text === '-' ? [] : text.split(' '));
	statements.set(name, { name, file, rows, parameters: words(parameters), columns: words(columns) });
}

// "METHOD /path who audit field...": the fields of a route's form, and the parts of its path.
const routes = new Map();
for (const line of readFileSync(process.argv[3], 'utf8').trim().split('\n')) {
	const [method, path, , , ...fields] = line.trim().split(/\s+/);
	routes.set(`${method} ${path}`, { fields, parts: [...(path ?? '').matchAll(/\{(\w+):/g)].map((part) => part[1]) });
}

function files_below(folder, ending, found = []) {
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
		if (entry.isDirectory()) {
			if (!/^(\.|build|tests|tools|node_modules|run$)/.test(entry.name)) files_below(path, ending, found);
		} else if (ending.test(entry.name)) {
			found.push(path);
		}
	}
	return found.sort();
}

const templates = new Map();
for (const path of files_below('templates', /\.tpl$/)) templates.set(path.slice('templates/'.length), { path, text: readFileSync(`${process.argv[4]}/${path}`, 'utf8') });
const own_file = new Set(['HEAD', 'HEADER', 'FOOTER']);
for (const [name, template] of templates) {
	template.parts = [...template.text.matchAll(/\{\{>([A-Z_0-9]+)/g)].map((part) => part[1]).filter((part) => !own_file.has(part))
		.map((part) => `${dirname(name)}/${part.toLowerCase().replaceAll('_', '-')}.tpl`);
	template.markers = new Map();
	template.text.split('\n').forEach((line, at) => {
		for (const marker of line.matchAll(/\{\{#?([A-Z][A-Z_0-9]*)/g)) if (!template.markers.has(marker[1])) template.markers.set(marker[1], at + 1);
	});
	template.bound = new Set();
	template.is_page = false;
	template.unknown = false;
}
const part_of = new Map();
for (const [name, template] of templates) for (const part of template.parts) part_of.set(part, [...(part_of.get(part) ?? []), name]);
const globally_bound = new Set(), bound_somewhere = new Set();

const house = {
	structs: new Map(), returns: new Map(), unread: [],
	functions: new Map(), by_file: new Map(), globals: new Map(), globals_by_file: new Map(),
	add_function(one) {
		if (one.is_static) this.by_file.set(`${one.file} ${one.name}`, one);
		else this.functions.set(one.name, one);
	},
	add_global(one) {
		if (one.is_static) this.globals_by_file.set(`${one.file} ${one.name}`, one);
		else if (one.initial || !this.globals.has(one.name)) this.globals.set(one.name, one);
	},
	function_named(name, file) { return this.by_file.get(`${file} ${name}`) ?? this.functions.get(name); },
	global_named(name, file) { return this.globals_by_file.get(`${file} ${name}`) ?? this.globals.get(name); },
};
for (const path of [...files_below('.', /\.h$/), ...files_below('.', /\.c$/)]) {
	const text = readFileSync(path, 'utf8');
	if (/^namespace /m.test(text)) continue;
	const { plain, macros } = without_directives(text, path);
	new Reader(expand_macros(tokens_of(plain, path), macros), house).file();
}

// --- What a value may be: texts, queries, functions, things --------------------------------------------------------------------------------

class Value {
	constructor() {
		this.texts = new Set();
		this.queries = new Set();
		this.functions = new Set();
		this.things = new Set(); // values and rows, pages, forms, and references to other values
	}
	add(other) {
		if (!other || other === this) return this;
		for (const kind of ['texts', 'queries', 'functions', 'things']) {
			if (other[kind].size) for (const one of other[kind]) this[kind].add(one);
		}
		return this;
	}
	static text(...texts) { const made = new Value(); for (const text of texts) made.texts.add(text); return made; }
	static thing(thing) { const made = new Value(); made.things.add(thing); return made; }
}
const NOTHING = Object.freeze(new Value());
const UNKNOWN_TEXT = Object.freeze(Value.text(ANY));

let things = 0;
const thing_of = (kind, more) => ({ kind, number: ++things, ...more });
// Values by name, or the rows of a query: which names they have, where each was put, who uses which.
const new_values = () => thing_of('values', { names: new Set(), some: false, unknown: false, puts: [], used: new Set(), all_used: false });
const new_page = () => thing_of('page', { templates: new Set(), unknown: false });

// Things behind references, of one kind.
function things_in(value, kind, found = new Set(), seen = new Set()) {
	for (const thing of value.things) {
		if (seen.has(thing)) continue;
		seen.add(thing);
		if (thing.kind === kind) found.add(thing);
		else if (thing.kind === 'reference') things_in(thing.to, kind, found, seen);
		else if (thing.kind === 'form' && kind === 'values') found.add(thing.values);
	}
	return found;
}

function fits(names, name) {
	if (names.has(name)) return true;
	for (const one of names) if (one.includes(ANY) && new RegExp(`^${one.replaceAll(ANY, '[A-Za-z0-9_]*')}$`).test(name)) return true;
	return name.includes(ANY) && [...names].some((one) => new RegExp(`^${name.replaceAll(ANY, '[A-Za-z0-9_]*')}$`).test(one));
}

// --- Following them ------------------------------------------------------------------------------------------------------------------------

const fields = new Map(); // "struct.field" to what it may hold, in any struct of that kind
const global_values = new Map();
const reads = [], binds = [], shown = [];

const is_values = (type) => type && (type.tag === 'values' || type.tag === 'rows');

function cell_of_type(type) {
	const cell = new Value();
	if (is_values(type) && !type.pointers) cell.things.add(new_values());
	return cell;
}

function field_cell(tag, name) {
	const key = `${tag}.${name}`;
	if (!fields.has(key)) fields.set(key, cell_of_type(house.structs.get(tag)?.find((field) => field.name === name)?.type));
	return fields.get(key);
}

function global_cell(one) {
	if (!global_values.has(one)) {
		const cell = cell_of_type(one.type);
		global_values.set(one, cell);
		if (one.initial) cell.add(evaluate(one.initial, { function: { name: one.name, file: one.file }, cells: new Map(), types: new Map(), kept: new Map(), special: new Map() }, one.type));
	}
	return global_values.get(one);
}

function type_of(e, frame) {
	switch (e.t) {
	case 'id': return frame.types.get(e.v) ?? house.global_named(e.v, frame.function.file)?.type;
	case 'member': return house.structs.get(type_of(e.e, frame)?.tag)?.find((field) => field.name === e.name)?.type;
	case 'call': return e.f.t === 'id' ? house.function_named(e.f.v, frame.function.file)?.type ?? house.returns.get(e.f.v) : undefined;
	case 'index': case 'unary': return type_of(e.e, frame);
	case 'cast': case 'init': return e.type ?? undefined;
	case 'either': return type_of(e.a, frame);
	case 'assign': return type_of(e.l, frame);
	case 'binary': return type_of(e.l, frame);
	default: return undefined;
	}
}

// Something made at one place of the text in one call of its function: the same each time it is looked at.
function kept(frame, key, make) {
	if (!frame.kept.has(key)) frame.kept.set(key, make());
	return frame.kept.get(key);
}

function cell_of(e, frame) {
	switch (e.t) {
	case 'id': {
		if (frame.cells.has(e.v)) return frame.cells.get(e.v);
		const global = house.global_named(e.v, frame.function.file);
		return global ? global_cell(global) : null;
	}
	case 'member': {
		const type = type_of(e.e, frame), of = e.e;
		if (type?.tag === 'rows' || type?.tag === 'values') return cell_of(of, frame) ?? evaluate(of, frame);
		if (type?.tag === 'form_result' && (e.name === 'values' || e.name === 'typed')) return evaluate(of, frame);
		const special = type && frame.special.get(`${type.tag}.${e.name}`);
		if (special) return special;
		evaluate(of, frame);
		return type?.tag ? field_cell(type.tag, e.name) : null;
	}
	case 'index': return cell_of(e.e, frame);
	case 'cast': return cell_of(e.e, frame);
	case 'unary': {
		if (e.op !== '*') return null;
		const value = evaluate(e.e, frame);
		for (const thing of value.things) if (thing.kind === 'reference') return thing.to;
		return value;
	}
	default: return null;
	}
}

// "%s_more" with what is known of the words that go in.
function formatted(formats, given) {
	const out = new Value();
	for (const format of formats) {
		let texts = [''], at = 0, word = 0;
		for (const place of format.matchAll(/%(%|[-+ #0]*(?:\*|\d+)?(\.(?:\*|\d+))?(?:hh|h|ll|l|z|j)?[a-zA-Z])/g)) {
			const before = format.slice(at, place.index);
			let words = [ANY];
			at = place.index + place[0].length;
			if (place[0] === '%%') words = ['%'];
			else {
				if (place[0].includes('*')) word++;
				const known = given[word++]?.texts;
				if (place[0].endsWith('s') && known?.size && known.size <= 40) words = [...known];
			}
			texts = texts.flatMap((text) => words.map((one) => text + before + one));
			if (texts.length > 200) texts = [ANY];
		}
		for (const text of texts) out.texts.add(text + format.slice(at));
	}
	return out;
}

function put(things_put, names, token) {
	for (const thing of things_put) {
		for (const name of names) thing.names.add(name);
		if (!names.size || names.has(ANY)) thing.some = true;
	}
	if (names.size && things_put.size) return { names, things: things_put, token };
	return null;
}

// Names a function gives some meaning to, by what its arguments are. Everything else is read in its own text.
const MEANT = {
	values_new: (call) => Value.thing(call.keep(new_values)),
	values_copy: (call) => call.value(0),
	values_put: (call) => put_value(call, call.value(1)),
	values_add: (call) => put_value(call, call.value(1)),
	value_text: (call) => call.value(0),
	value_integer: (call) => call.value(0),
	value_real: (call) => call.value(0),
	sql_put_missing(call) { for (const thing of call.values(2)) thing.unknown = true; },
	sql_row: (call) => ask(call, 1, 2, 4, true),
	sql_list: (call) => ask(call, 1, 2, 5, false),
	sql_do: (call) => ask(call, 1, 2, -1, false),
	sql_start: (call) => ask(call, 1, 2, 3, true),
	sql_next: (call) => { const found = new Value(); for (const thing of call.values(0)) found.things.add(thing); return found; },
	json_from_values: (call) => use_all(call.values(0)),
	json_to_values: (call) => { const made = call.keep(new_values); made.unknown = true; return Value.thing(made); },
	pattern_fill: (call) => { use_all(call.values(1)); },
	csv_next: (call) => { const made = call.keep(new_values); made.unknown = true; for (const thing of call.value(2).things) if (thing.kind === 'reference') thing.to.things.add(made); },
	arena_take: () => NOTHING,
	arena_copy: (call) => call.value(1),
	arena_text: () => UNKNOWN_TEXT,
	arena_format: (call) => formatted(call.value(1).texts, call.given.slice(2)),
	snprintf(call) { call.fill(0, formatted(call.value(2).texts, call.given.slice(3))); },
	page_new: (call) => { const made = call.keep(new_page); for (const name of call.value(1).texts) made.templates.add(name); return Value.thing(made); },
	page_section: (call) => { show(call, 0, 1); return call.value(0); },
	page_show: (call) => show(call, 0, 1),
	page_text: (call) => show(call, 0, 1),
	page_integer: (call) => show(call, 0, 1),
	page_real: (call) => show(call, 0, 1),
	page_made: (call) => show(call, 0, 1),
	page_values: (call) => { shown.push({ pages: things_in(call.value(0), 'page'), values: call.values(1) }); },
	page_rows: (call) => { show(call, 0, 1); shown.push({ pages: things_in(call.value(0), 'page'), values: call.values(2) }); },
	page_global_text: (call) => { for (const name of call.value(1).texts) globally_bound.add(name.toUpperCase()); },
	page_global_show: (call) => { for (const name of call.value(1).texts) globally_bound.add(name.toUpperCase()); },
	form_read: (call) => Value.thing(call.keep(() => new_form(names_of_form(call.e.given[0], call.frame)))),
	form_begin: (call) => Value.thing(call.keep(() => new_form(names_of_form(call.e.given[0], call.frame)))),
	form_show: (call) => show_form(call),
};
for (const word of ['text', 'integer', 'real', 'null', 'blob']) {
	MEANT[`values_put_${word}`] = (call) => { note_put(call, call.values(0), call.value(1).texts); };
}
for (const word of ['find', 'text', 'integer', 'real', 'null']) MEANT[`values_${word}`] = (call) => { read(call, call.values(0), call.value(1).texts); };
MEANT.values_say = MEANT.values_text;
const reads_text = MEANT.values_text;
MEANT.values_text = (call) => { reads_text(call); return UNKNOWN_TEXT; };

const puts = [];
function note_put(call, to, names) {
	const one = put(to, names, call.token);
	if (one) puts.push(one);
}

// A struct value, or some: their names are the texts in them.
function put_value(call, value) {
	note_put(call, call.values(0), value.texts);
	if (!value.texts.size) for (const thing of call.values(0)) thing.unknown = true;
}

function use_all(used) { for (const thing of used) thing.all_used = true; return NOTHING; }

function read(call, from, names) {
	const written = call.e.given[1]?.t === 'string';
	// Names that come from a list of fields are not all for these values.
	if (!written && (!names.size || names.size > FEW || [...names].some((name) => name.includes(ANY)))) use_all(from);
	else for (const name of names) reads.push({ token: call.token, name, from });
	for (const thing of from) for (const name of names) thing.used.add(name);
}

function ask(call, query_at, values_at, row_at, makes) {
	const queries = call.value(query_at).queries;
	binds.push({ token: call.token, queries: [...queries], values: call.values(values_at), null: call.e.given[values_at]?.v === 'NULL' });
	if (row_at >= 0) {
		const row = makes ? [call.keep(new_values)] : call.values(row_at);
		for (const thing of row) {
			if (!queries.size) thing.unknown = true;
			for (const query of queries) for (const column of statements.get(query)?.columns ?? []) thing.names.add(column);
		}
		if (makes) for (const thing of call.value(row_at).things) if (thing.kind === 'reference') thing.to.things.add(row[0]);
	}
	return NOTHING;
}

function show(call, page_at, name_at) {
	shown.push({ pages: things_in(call.value(page_at), 'page'), texts: call.value(name_at).texts });
	return NOTHING;
}

function new_form(names) {
	const form = thing_of('form', { names, values: new_values() });
	if (names) for (const name of names) form.values.names.add(name);
	else form.values.unknown = true;
	form.values.all_used = true;
	return form;
}

// The fields of a declared form, as far as its table is to be seen: the first text of each line.
function names_of_form(e, frame) {
	const name = e?.t === 'unary' ? e.e.v : e?.v;
	const global = name && house.global_named(name, frame.function.file);
	let table = global?.type.tag === 'form' && !global.type.pointers ? global.initial : undefined;
	while (table?.t === 'init' && table.items.length === 1 && table.items[0].value.t !== 'init') {
		const inner = table.items[0].value;
		table = inner.t === 'id' ? house.global_named(inner.v, global.file)?.initial : inner.t === 'cast' ? inner.e : inner;
	}
	if (table?.items?.[0]?.value.t === 'init' && table.items.length === 1 && table.items[0].value.items?.[0]?.value.t === 'init') table = table.items[0].value;
	const names = table?.items?.map((item) => item.value.items?.find((one) => !one.field || one.field === 'name')?.value.v).filter((text) => typeof text === 'string' && text !== '0');
	return names?.length ? names : null;
}

// Of a form with files: lib/web/form.c, show_files_problem.
const FILES_PROBLEMS = ['FILES_TOO_MANY', 'FILES_TOO_LARGE', 'FILES_TOO_MUCH', 'FILES_EMPTY', 'FILES_NO_ROOM', 'FILES_REFUSED'];
const FIELD_STATES = ['', '_MISSING', '_MALFORMED', '_OUT_OF_RANGE', '_LENGTH', '_LEAST', '_MOST'];
function show_form(call) {
	const pages = things_in(call.value(1), 'page');
	for (const form of things_in(call.value(0), 'form')) {
		if (!form.names) { for (const page of pages) page.unknown = true; continue; }
		shown.push({ pages, texts: new Set(['ERRORS', ...FILES_PROBLEMS, ...form.names.flatMap((name) => FIELD_STATES.map((state) => name + state))]) });
	}
	if (!things_in(call.value(0), 'form').size) for (const page of pages) page.unknown = true;
}

// What a function of others, or one that is not known, may have done with what it was given.
function given_away(value, seen = new Set()) {
	for (const thing of value.things) {
		if (seen.has(thing)) continue;
		seen.add(thing);
		if (thing.kind === 'values') thing.unknown = thing.all_used = true;
		else if (thing.kind === 'page') thing.unknown = true;
		else if (thing.kind === 'reference') given_away(thing.to, seen);
	}
}

const stack = [];
let frames = 0;

let round = 0;
const everywhere = new Map();

// What a function says itself: calls that mean something here, other functions, whether it looks into the request; and the same of all it calls.
function words_of(node, found = new Set()) {
	if (Array.isArray(node)) for (const one of node) words_of(one, found);
	else if (node && typeof node === 'object') {
		if (node.t === 'id') found.add(node.v);
		if (node.t === 'member') found.add(`.${node.name}`);
		if (node.t === 'string') found.add('a text');
		if (node.t === 'assign' && node.l.t === 'member' && ['id', 'string', 'either'].includes(node.r.t)) found.add('a field set');
		for (const [key, one] of Object.entries(node)) if (key !== 'token' && key !== 'type') words_of(one, found);
	}
	return found;
}

const all_functions = [...house.functions.values(), ...house.by_file.values()];
for (const one of all_functions) one.words = words_of(one.body);

function closed_over(is_one) {
	const found = new Set(all_functions.filter(is_one));
	for (let before = -1; before !== found.size;) {
		before = found.size;
		for (const one of all_functions) if (!found.has(one) && [...one.words].some((word) => found.has(house.function_named(word, one.file)))) found.add(one);
	}
	return found;
}

const asks_request = closed_over((one) => one.words.has('.form') || one.words.has('.parts'));
const matters = closed_over((one) => [...one.words].some((word) => (MEANT[word] && !/^(arena_|snprintf)/.test(word)) || word.startsWith('Q_') || word === 'a field set') ||
	(one.type.base === 'char' && one.words.has('a text')) || [one, ...one.parameters].some((given) => is_values(given.type) || given.type.tag === 'page'));

// Calls of one function with the very same texts, queries and things, for one handler, are one.
function run(callee, given, frame) {
	let inner = stack.find((one) => one.function === callee);
	if (!inner) {
		const cache = asks_request.has(callee) ? frame.special : everywhere;
		const key = given.map((value) => [...value.texts, '|', ...[...value.queries].sort(), ...[...value.functions].map((one) => one.name), '|', ...[...value.things].map((thing) => thing.number)].join()).join('; ');
		inner = kept({ kept: kept({ kept: cache }, callee, () => new Map()) }, key, () => new_frame(callee, frame.special));
	}
	callee.parameters.forEach((parameter, at) => { if (given[at] && parameter.name) inner.cells.get(parameter.name).add(given[at]); });
	// What goes round once more is not followed to its end.
	if (stack.includes(inner)) for (const value of given) use_all(things_in(value, 'values'));
	if (inner.round !== round && !stack.includes(inner) && stack.length < DEEPEST) follow(inner);
	return inner.returned;
}

function new_frame(one, special) {
	const frame = { function: one, cells: new Map(), types: new Map(), kept: new Map(), returned: new Value(), special };
	frames++;
	called.add(one);
	for (const parameter of one.parameters) {
		if (!parameter.name) continue;
		frame.cells.set(parameter.name, new Value());
		frame.types.set(parameter.name, parameter.type);
	}
	return frame;
}

function follow(frame) {
	stack.push(frame);
	frame.round = round;
	for (const item of frame.function.body) {
		if (item.k === 'decl') {
			if (!frame.cells.has(item.name)) {
				frame.cells.set(item.name, cell_of_type(item.type));
				frame.types.set(item.name, item.type);
			}
			if (item.initial) frame.cells.get(item.name).add(evaluate(item.initial, frame, item.type));
		} else if (item.k === 'return') {
			frame.returned.add(evaluate(item.e, frame));
		} else {
			evaluate(item.e, frame);
		}
	}
	stack.pop();
}

function call_of(e, frame) {
	const given = e.given.map((one) => evaluate(one, frame));
	const name = e.f.t === 'id' && !frame.cells.has(e.f.v) ? e.f.v : null;
	if (name && MEANT[name]) {
		const call = {
			e, frame, given, token: e.token,
			value: (at) => given[at] ?? NOTHING,
			values: (at) => things_in(given[at] ?? NOTHING, 'values'),
			keep: (make) => kept(frame, e, make),
			fill: (at, value) => cell_of(e.given[at], frame)?.add(value),
		};
		return MEANT[name](call) ?? NOTHING;
	}
	const callees = name ? [house.function_named(name, frame.function.file)] : [...evaluate(e.f, frame).functions];
	const out = new Value();
	for (const callee of callees) {
		if (callee && matters.has(callee)) out.add(run(callee, given, frame));
	}
	// Called through a member of which nobody is known yet: who is named in it may be met later on the way.
	if (!name && !callees.length && round === 0) return new Value();
	if (!callees.length || !callees[0]) {
		// Of the library of C and of others: what it is given may be changed, and texts go through.
		if (!/^(strcmp|strncmp|strlen|assert|memcmp|printf|fprintf|fputs|puts|log_\w+|qsort)$/.test(name ?? '')) given.forEach((value) => given_away(value));
		return UNKNOWN_TEXT;
	}
	return out;
}

function evaluate(e, frame, type) {
	switch (e.t) {
	case 'string': return Value.text(e.v);
	case 'number': return NOTHING;
	case 'id': {
		const cell = cell_of(e, frame);
		if (cell) return cell;
		if (e.v.startsWith('Q_')) { const made = new Value(); made.queries.add(e.v.slice(2)); return made; }
		const callee = house.function_named(e.v, frame.function.file);
		if (callee) { const made = new Value(); made.functions.add(callee); return made; }
		return NOTHING;
	}
	case 'member': {
		const of = type_of(e.e, frame);
		// Names and values one after the other: whoever goes through all of them uses all.
		if (of?.tag === 'value' || (of?.tag === 'values' && e.name === 'at' && type_of(e.e, frame)?.tag === 'values')) use_all(things_in(evaluate(e.e, frame), 'values'));
		const cell = cell_of(e, frame);
		if (cell) return cell;
		evaluate(e.e, frame);
		return NOTHING;
	}
	case 'index': return evaluate(e.e, frame);
	case 'cast': return evaluate(e.e, frame);
	case 'call': return call_of(e, frame);
	case 'assign': {
		const value = evaluate(e.r, frame), cell = cell_of(e.l, frame);
		if (cell && cell !== NOTHING && !Object.isFrozen(cell)) cell.add(value);
		return value;
	}
	case 'either': evaluate(e.c, frame); return new Value().add(evaluate(e.a, frame)).add(evaluate(e.b, frame));
	case 'comma': evaluate(e.l, frame); return evaluate(e.r, frame);
	case 'binary': {
		const l = evaluate(e.l, frame), r = evaluate(e.r, frame);
		return e.op === '+' || e.op === '-' ? new Value().add(l).add(r) : NOTHING;
	}
	case 'unary': {
		if (e.op === '&') {
			const cell = cell_of(e.e, frame);
			if (!cell) return evaluate(e.e, frame);
			if (cell.queries.size || cell.functions.size || Object.isFrozen(cell)) return cell;
			return kept(frame, e, () => { const made = Value.thing(thing_of('reference', { to: cell })); return made.add({ texts: cell.texts, queries: cell.queries, functions: cell.functions, things: new Set() }); });
		}
		if (e.op === '*') return cell_of(e, frame) ?? evaluate(e.e, frame);
		evaluate(e.e, frame);
		return NOTHING;
	}
	case 'init': return initial_value(e, frame, e.type ?? type);
	default: return NOTHING;
	}
}

// What stands between braces goes to the fields of its struct, in their order or by name; a table is all its lines at once.
function initial_value(e, frame, type) {
	const out = new Value(), known = type?.tag && house.structs.get(type.tag);
	let at = 0;
	for (const item of e.items) {
		if (known && item.value.t === 'init' && !item.field && (type.array || !item.value.type)) {
			const line = type.array || !known[at]?.type.tag ? { ...type, array: false } : known[at].type;
			out.add(initial_value(item.value, frame, line));
			if (!type.array) at++;
			continue;
		}
		const value = evaluate(item.value, frame, known?.find((field) => field.name === item.field)?.type);
		if (known) {
			if (item.field) at = known.findIndex((field) => field.name === item.field);
			const field = known[at++];
			if (field && type.tag !== 'value') field_cell(type.tag, field.name).add(value);
		}
		out.add(value);
	}
	return out;
}

// --- Where they begin: handlers, with what their route asks for; then whatever nobody called ------------------------------------------------

const called = new Set();
const roots = [];

for (const file of new Set([...house.globals_by_file.values(), ...house.globals.values()].filter((one) => one.type.tag === 'route' && one.type.array && one.initial))) {
	for (const line of file.initial.items) {
		const [method, path, , form, handler] = line.value.items.map((item) => item.value);
		const callee = handler && house.function_named(handler.v, file.file), route = routes.get(`${method?.v === 'METHOD_POST' ? 'POST' : 'GET'} ${path?.v}`);
		if (!callee || !route) continue;
		const parts = new_values(), made = Value.thing(new_form(form?.v === 'NULL' || !route.fields.length ? null : route.fields));
		for (const part of route.parts) parts.names.add(part);
		parts.all_used = true;
		roots.push({ callee, special: new Map([['request.form', made], ['request.parts', Value.thing(parts)]]) });
	}
}

// Then whatever nothing has called so far: first what no other of these calls.
const frames_of_roots = [];
function begin(list) {
	const made = list.map(({ callee, special }) => new_frame(callee, special));
	frames_of_roots.push(...made);
	for (const frame of made) follow(frame);
}
begin(roots);
for (;;) {
	const left = all_functions.filter((one) => matters.has(one) && !called.has(one));
	if (!left.length) break;
	const wanted = new Set();
	for (const one of left) for (const word of one.words) if (word !== one.name) wanted.add(word);
	const first = left.filter((one) => !wanted.has(one.name));
	begin((first.length ? first : left.slice(0, 1)).map((callee) => ({ callee, special: new Map() })));
}
for (round = 1; round <= 1; round++) {
	reads.length = binds.length = shown.length = puts.length = 0;
	for (const frame of frames_of_roots) follow(frame);
}

// --- What does not arrive -------------------------------------------------------------------------------------------------------------------

const complaints = new Set(house.unread);
const at = (token) => `${token.file}:${token.line}`;
const is_open = (set) => !set.size || [...set].some((thing) => thing.unknown || thing.some);
const looked_at = { reads: 0, reads_known: 0, binds: 0, binds_known: 0, puts: 0, puts_known: 0, templates: 0, markers: 0 };

function grouped(list, key_of) {
	const groups = new Map();
	for (const one of list) {
		const key = key_of(one);
		if (!groups.has(key)) groups.set(key, []);
		groups.get(key).push(one);
	}
	return groups;
}

function templates_of(pages) {
	const found = new Set();
	for (const page of pages) for (const name of page.templates) for (const one of templates.keys()) if (fits(new Set([name]), one)) found.add(one);
	return found;
}

function markers_of(name) {
	const template = templates.get(name);
	return [template, ...template.parts.map((part) => templates.get(part)).filter(Boolean)];
}

const plain = (marker) => marker.replace(/^(IF|NO)_/, '');
for (const { pages, texts, values } of shown) {
	const names = new Set(), open = !pages.size || [...pages].some((page) => page.unknown), on = templates_of(pages);
	for (const text of texts ?? []) names.add(text.toUpperCase());
	for (const thing of values ?? []) {
		for (const name of thing.names) names.add(name.toUpperCase());
		if (open) thing.all_used = true;
		for (const template of on) for (const one of markers_of(template)) for (const marker of one.markers.keys()) thing.used.add(plain(marker).toLowerCase());
	}
	const loose = (texts && (!texts.size || texts.has(ANY))) || (values && is_open(values));
	for (const template of on) {
		const one = templates.get(template);
		one.is_page = true;
		one.unknown ||= loose;
		for (const name of names) if (name !== ANY) one.bound.add(name);
	}
	if (open) for (const name of names) if (name !== ANY) bound_somewhere.add(name);
}

for (const { queries, values } of binds) {
	for (const thing of values) {
		if (!queries.length) thing.all_used = true;
		for (const query of queries) for (const parameter of statements.get(query)?.parameters ?? []) thing.used.add(parameter);
	}
}

for (const [key, group] of grouped(binds, (one) => `${at(one.token)} ${one.queries.join(' ')}`)) {
	const { token, queries } = group[0];
	looked_at.binds++;
	if (queries.length !== 1) continue;
	const statement = statements.get(queries[0]);
	if (!statement) { if (!/postgresql/.test(key)) complaints.add(`${at(token)}: there is no query ${queries[0]}`); continue; }
	const known = group.filter((one) => one.null || !is_open(one.values));
	if (known.length) looked_at.binds_known++;
	for (const one of known) {
		const names = new Set([...one.values].flatMap((thing) => [...thing.names]));
		for (const parameter of statement.parameters) if (!fits(names, parameter)) complaints.add(`${at(token)}: nobody gives :${parameter} to ${statement.name} (${statement.file})`);
	}
}

for (const group of grouped(reads, (one) => `${at(one.token)} ${one.name}`).values()) {
	looked_at.reads++;
	if (group.some((one) => is_open(one.from))) continue;
	looked_at.reads_known++;
	if (!group.some((one) => [...one.from].some((thing) => fits(thing.names, one.name)))) complaints.add(`${at(group[0].token)}: "${group[0].name}" is read of values that have no such name`);
}

for (const group of grouped(puts.flatMap((one) => [...one.names].map((name) => ({ ...one, name }))), (one) => `${at(one.token)} ${one.name}`).values()) {
	const all = group.flatMap((one) => [...one.things]), { token, name } = group[0];
	looked_at.puts++;
	if (all.some((thing) => thing.unknown || thing.all_used || !thing.used.size) || name.includes(ANY)) continue;
	looked_at.puts_known++;
	if (!all.some((thing) => fits(thing.used, name))) complaints.add(`${at(token)}: "${name}" is put where no query, page or reader asks for it`);
}

for (const [name, template] of templates) {
	if (!template.is_page || template.unknown) continue;
	looked_at.templates++;
	for (const one of markers_of(name)) {
		for (const [marker, line] of one.markers) {
			looked_at.markers++;
			if (![marker, plain(marker)].some((word) => fits(template.bound, word) || globally_bound.has(word) || bound_somewhere.has(word)))
				complaints.add(`${one.path}:${line}: nobody binds {{${marker}}} on ${name}`);
		}
	}
}

for (const complaint of [...complaints].sort()) console.log(complaint);
console.log(`names: ${looked_at.binds_known} of ${looked_at.binds} askings, ${looked_at.reads_known} of ${looked_at.reads} readings, ${looked_at.puts_known} of ${looked_at.puts} givings, ` +
	`${looked_at.markers} markers of ${looked_at.templates} of ${templates.size} templates followed to their end; ${complaints.size} complaints`);
process.exitCode = complaints.size ? 1 : 0;
