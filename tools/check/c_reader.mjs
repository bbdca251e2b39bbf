// SPDX-License-Identifier: Apache-2.0
// Reads the house's C as far as names.mjs needs it: functions, their declarations and expressions, structs, tables with initial values. No
// types are checked and no order of execution is kept; the compiler has looked at the rest.

const KEYWORDS = new Set('static const extern inline volatile unsigned signed struct enum union char int long short float double void bool _Bool register restrict'.split(' '));
const TYPES = /^([a-z]\w*_t|FILE|DIR|va_list|sqlite3(_stmt|_context|_value)?|G[A-Z][a-z]\w*|U[A-Z][A-Za-z]+|lxw_\w+|PG\w+|FCGX_(Request|Stream)|CURL\w*|uLong|Bytef)$/;
const TOKEN = /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|([A-Za-z_]\w*)|(\.?\d(?:[eEpP][+-]|[\w.])*)|(L?"(?:\\[\s\S]|[^"\\])*")|('(?:\\.|[^'\\])+')|(->|\+\+|--|<<=|>>=|<<|>>|<=|>=|==|!=|&&|\|\||[-+*\/%&|^]=|\.\.\.|##|[-+*\/%&|^!~<>=?:;,.(){}[\]#])/gy;

export function tokens_of(text, file, first_line = 1) {
	const found = [];
	let line = first_line, match;
	TOKEN.lastIndex = 0;
	while (TOKEN.lastIndex < text.length && (match = TOKEN.exec(text))) {
		if (match[1]) found.push({ k: 'id', v: match[1], file, line });
		else if (match[2]) found.push({ k: 'num', v: match[2], file, line });
		else if (match[3]) found.push({ k: 'str', v: match[3].slice(match[3].indexOf('"') + 1, -1), file, line });
		else if (match[4]) found.push({ k: 'num', v: match[4], file, line });
		else if (match[5]) found.push({ k: 'op', v: match[5], file, line });
		for (const letter of match[0]) if (letter === '\n') line++;
	}
	return found;
}

// Lines of the preprocessor taken out, and the macros they define. Line numbers stay.
export function without_directives(text, file) {
	const macros = new Map();
	const plain = text.replace(/^[ \t]*#(?:[^\n\\]|\\[\s\S])*/gm, (directive, at) => {
		const named = /^[ \t]*#\s*define\s+(\w+)(\(([^)]*)\))?([\s\S]*)/.exec(directive);
		if (named) {
			const line = text.slice(0, at).split('\n').length;
			macros.set(named[1], {
				parameters: named[2] === undefined ? null : named[3].split(',').map((word) => word.trim()),
				body: tokens_of(named[4].replace(/\\\n/g, ' \n'), file, line),
			});
		}
		return directive.replace(/[^\n]/g, ' ');
	});
	return { plain, macros };
}

function arguments_at(tokens, open) {
	const found = [[]];
	let depth = 0, at = open;
	for (; at < tokens.length; at++) {
		const { v, k } = tokens[at];
		if (k === 'op' && '([{'.includes(v)) depth++;
		if (k === 'op' && ')]}'.includes(v) && --depth === 0) break;
		if (k === 'op' && v === ',' && depth === 1) found.push([]);
		else if (depth > 1 || at > open) found[found.length - 1].push(tokens[at]);
	}
	return { found, end: at + 1 };
}

export function expand_macros(tokens, macros, inside = new Set()) {
	const out = [];
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at], macro = token.k === 'id' && !inside.has(token.v) ? macros.get(token.v) : undefined;
		if (!macro || (macro.parameters && tokens[at + 1]?.v !== '(')) {
			out.push(token);
			continue;
		}
		let body = macro.body;
		if (macro.parameters) {
			const { found, end } = arguments_at(tokens, at + 1);
			const put = [];
			for (let i = 0; i < body.length; i++) {
				const place = body[i].k === 'id' ? macro.parameters.indexOf(body[i].v) : -1;
				if (body[i].v === '#' && macro.parameters.includes(body[i + 1]?.v)) {
					put.push({ ...token, k: 'str', v: (found[macro.parameters.indexOf(body[++i].v)] ?? []).map((one) => one.v).join(' ') });
				} else if (body[i].v === '##' && put.length && body[i + 1]) {
					const next = macro.parameters.indexOf(body[++i].v);
					const glued = next >= 0 ? found[next] ?? [] : [body[i]];
					put[put.length - 1] = { ...put[put.length - 1], v: put[put.length - 1].v + (glued[0]?.v ?? '') };
				} else if (place >= 0) {
					put.push(...(found[place] ?? []));
				} else {
					put.push(body[i]);
				}
			}
			body = put;
			at = end - 1;
		}
		out.push(...expand_macros(body.map((one) => ({ ...one, file: token.file, line: token.line })), macros, new Set([...inside, token.v])));
	}
	return out;
}

const PRECEDENCE = { '||': 1, '&&': 2, '|': 3, '^': 4, '&': 5, '==': 6, '!=': 6, '<': 7, '>': 7, '<=': 7, '>=': 7, '<<': 8, '>>': 8, '+': 9, '-': 9, '*': 10, '/': 10, '%': 10 };
let anonymous = 0;

export class Reader {
	constructor(tokens, house) {
		this.tokens = tokens;
		this.at = 0;
		this.house = house; // { structs, functions, globals, returns }
	}

	get next() { return this.tokens[this.at] ?? { k: 'end', v: '' }; }
	is(v) { return this.next.k !== 'str' && this.next.v === v; }
	take(v) { return this.is(v) ? this.tokens[this.at++] : undefined; }
	// In every loop that goes on until something comes: what is not understood ends the file's part, not in going round for ever.
	advanced(from) {
		if (this.at === from || this.at >= this.tokens.length) throw new Error(`${this.next.file ?? 'the end'}:${this.next.line ?? ''}: not understood: "${this.next.v}"`);
		return this.at;
	}
	need(v) {
		if (!this.take(v)) throw new Error(`${this.next.file}:${this.next.line}: "${v}" expected before "${this.next.v}"`);
	}

	skip_attributes() {
		while (this.is('__attribute__') || this.is('_Noreturn') || this.is('_Static_assert') || this.is('static_assert') || this.is('_Alignas')) {
			this.at++;
			if (this.is('(')) this.skip_group();
		}
	}

	skip_group() {
		let depth = 0;
		do {
			if (this.next.k === 'op' && '([{'.includes(this.next.v)) depth++;
			if (this.next.k === 'op' && ')]}'.includes(this.next.v)) depth--;
			this.at++;
		} while (depth > 0 && this.at < this.tokens.length);
	}

	starts_type(at = this.at) {
		const token = this.tokens[at];
		if (token?.k !== 'id') return false;
		if (KEYWORDS.has(token.v) || TYPES.test(token.v)) return true;
		// "word name" and "word *name =": a type of others.
		const [one, two, three] = [this.tokens[at + 1], this.tokens[at + 2], this.tokens[at + 3]];
		if (token.v === 'return' || token.v === 'goto' || token.v === 'else' || token.v === 'case' || token.v === 'sizeof') return false;
		return one?.k === 'id' || (one?.v === '*' && two?.k === 'id' && ['=', ';', ','].includes(three?.v) && three.k === 'op');
	}

	type() {
		let tag = null, base = '', is_static = false;
		for (;;) {
			this.skip_attributes();
			const token = this.next;
			if (token.k !== 'id') break;
			if (token.v === 'struct' || token.v === 'union' || token.v === 'enum') {
				this.at++;
				this.skip_attributes();
				const name = this.next.k === 'id' ? this.tokens[this.at++].v : `anonymous ${++anonymous}`;
				base = token.v;
				if (token.v !== 'enum') tag = name;
				if (this.is('{')) token.v === 'enum' ? this.skip_group() : this.struct_body(name);
			} else if (KEYWORDS.has(token.v)) {
				is_static ||= token.v === 'static';
				if (!['static', 'const', 'extern', 'inline', 'volatile', 'register'].includes(token.v)) base ||= token.v;
				this.at++;
			} else if (!base) {
				base = token.v;
				this.at++;
			} else {
				break;
			}
		}
		return { tag, base, is_static };
	}

	// After the type: "*name[3]", "(*name)(...)". The name may be missing.
	declarator(type) {
		let pointers = 0, name = null, parameters = null, array = false, is_pointer_to_function = false;
		while (this.is('*') || this.is('const') || this.is('restrict')) if (this.tokens[this.at++].v === '*') pointers++;
		this.skip_attributes();
		if (this.is('(') && this.tokens[this.at + 1]?.v === '*') {
			this.at += 2;
			while (this.is('const') || this.is('*')) this.at++;
			if (this.next.k === 'id') name = this.tokens[this.at++].v;
			while (!this.is(')')) this.is('(') || this.is('[') ? this.skip_group() : this.at++;
			this.at++;
			is_pointer_to_function = true;
			if (this.is('(')) this.skip_group();
		} else if (this.next.k === 'id') {
			name = this.tokens[this.at++].v;
		}
		if (!is_pointer_to_function && this.is('(')) parameters = this.parameters();
		while (this.is('[')) {
			array = true;
			this.skip_group();
		}
		if (this.take(':')) this.at++; // a bit field
		this.skip_attributes();
		return { name, parameters, type: { ...type, pointers, array } };
	}

	parameters() {
		const found = [];
		this.need('(');
		while (!this.is(')')) {
			if (this.take('...') || this.take(',')) continue;
			const from = this.at, type = this.type(), one = this.declarator(type);
			found.push({ name: one.name, type: one.type });
			this.advanced(from);
		}
		this.need(')');
		return found;
	}

	struct_body(name) {
		const fields = [];
		this.need('{');
		while (!this.take('}')) {
			if (this.take(';')) continue;
			let from = this.at;
			const type = this.type();
			if (this.is(';') && type.tag) fields.push(...(this.house.structs.get(type.tag) ?? [])); // its members are the struct's own
			while (!this.is(';')) {
				const one = this.declarator(type);
				fields.push({ name: one.name, type: one.type });
				this.take(',');
				from = this.advanced(from);
			}
		}
		this.house.structs.set(name, fields);
	}

	file() {
		while (this.at < this.tokens.length) {
			const from = this.at;
			try {
				this.outside();
			} catch (error) {
				this.house.unread.push(String(error.message));
				this.at = Math.max(this.at, from + 1);
				while (this.at < this.tokens.length && !this.is(';') && !this.is('}')) this.at++;
				this.at++;
			}
		}
	}

	outside() {
		if (this.take(';') || this.take('}')) return;
		this.skip_attributes();
		if (this.is('typedef') || (this.is('extern') && this.tokens[this.at + 1]?.k === 'str')) {
			if (this.is('extern')) { this.at += 2; this.take('{'); return; }
			this.at++;
		}
		let from = this.at;
		const type = this.type();
		while (!this.is(';') && this.at < this.tokens.length) {
			const token = this.next, one = this.declarator(type);
			if (one.parameters) {
				this.house.returns.set(one.name, one.type);
				if (this.is('{')) {
					const body = this.block();
					this.house.add_function({ name: one.name, file: token.file, line: token.line, parameters: one.parameters, type: one.type, body, is_static: type.is_static });
					return;
				}
			} else if (one.name) {
				const initial = this.take('=') ? this.initial(one.type) : undefined;
				this.house.add_global({ name: one.name, file: token.file, type: one.type, initial, is_static: type.is_static });
			} else if (!this.is(',')) {
				throw new Error(`${this.next.file}:${this.next.line}: not understood: "${this.next.v}"`);
			}
			this.take(',');
			from = this.advanced(from);
		}
		this.take(';');
	}

	initial(type) {
		return this.is('{') ? this.braces(type) : this.assignment();
	}

	braces(type) {
		const items = [], token = this.next;
		this.need('{');
		while (!this.take('}')) {
			let field = null;
			while (this.is('.') || this.is('[')) {
				if (this.is('[')) { this.skip_group(); continue; }
				this.at++;
				field = this.tokens[this.at++].v;
			}
			if (field || this.is('=')) this.take('=');
			items.push({ field, value: this.is('{') ? this.braces(null) : this.assignment() });
			this.take(',');
		}
		return { t: 'init', items, type, token };
	}

	// Everything a block says, in the order of the text: { k: 'decl' | 'expr' | 'return' }.
	block() {
		const out = [];
		this.need('{');
		for (let from = this.at; !this.take('}'); from = this.advanced(from)) this.statement(out);
		return out;
	}

	statement(out) {
		this.skip_attributes();
		if (this.is('{')) out.push(...this.block());
		else if (this.take(';') || this.take('else') || this.take('do') || this.take('break') || this.take('continue')) return;
		else if (this.take('goto')) this.at++;
		else if (this.is('if') || this.is('while') || this.is('switch') || this.is('for')) {
			this.at++;
			this.need('(');
			while (!this.take(')')) {
				if (this.take(';')) continue;
				if (this.starts_type()) this.declaration(out);
				else out.push({ k: 'expr', e: this.expression() });
			}
		} else if (this.take('return')) {
			if (!this.is(';')) out.push({ k: 'return', e: this.expression() });
			this.need(';');
		} else if (this.take('case')) {
			this.conditional();
			if (this.take('...')) this.conditional();
			this.need(':');
		} else if (this.take('default')) this.need(':');
		else if (this.next.k === 'id' && this.tokens[this.at + 1]?.v === ':') this.at += 2;
		else if (this.starts_type()) this.declaration(out);
		else {
			const e = this.expression();
			out.push({ k: 'expr', e });
			// A loop of a library's macro has a statement of its own.
			if (!(e.t === 'call' && /foreach/.test(e.f.v))) this.need(';');
		}
	}

	declaration(out) {
		const type = this.type();
		for (let from = this.at; !this.is(';'); from = this.advanced(from)) {
			const token = this.next, one = this.declarator(type);
			if (one.parameters) this.house.returns.set(one.name, one.type);
			out.push({ k: 'decl', name: one.name, type: one.type, token, initial: this.take('=') ? this.initial(one.type) : undefined });
			if (!this.take(',') && !this.is(';')) throw new Error(`${this.next.file}:${this.next.line}: not understood: "${this.next.v}"`);
		}
	}

	expression() {
		let e = this.assignment();
		while (this.take(',')) e = { t: 'comma', l: e, r: this.assignment() };
		return e;
	}

	assignment() {
		const l = this.conditional(), token = this.next;
		if (token.k === 'op' && /^([-+*/%&|^]|<<|>>)?=$/.test(token.v)) {
			this.at++;
			return { t: 'assign', l, r: this.assignment(), token };
		}
		return l;
	}

	conditional() {
		const c = this.binary(1);
		if (!this.take('?')) return c;
		const a = this.expression();
		this.need(':');
		return { t: 'either', c, a, b: this.conditional() };
	}

	binary(least) {
		let l = this.unary();
		for (let strength; this.next.k === 'op' && (strength = PRECEDENCE[this.next.v]) >= least;) {
			const op = this.tokens[this.at++].v;
			l = { t: 'binary', op, l, r: this.binary(strength + 1) };
		}
		return l;
	}

	unary() {
		const token = this.next;
		if (token.k === 'op' && ['&', '*', '!', '-', '+', '~', '++', '--'].includes(token.v)) {
			this.at++;
			return { t: 'unary', op: token.v, e: this.unary() };
		}
		if (this.take('sizeof') || this.take('_Alignof')) {
			if (this.is('(') && this.starts_type(this.at + 1)) this.skip_group();
			else this.unary();
			return { t: 'number' };
		}
		if (this.is('(') && this.starts_cast()) {
			this.at++;
			const { type } = this.declarator(this.type());
			this.need(')');
			return this.is('{') ? this.postfix(this.braces(type)) : { t: 'cast', type, e: this.unary() };
		}
		return this.postfix(this.primary());
	}

	starts_cast() {
		const token = this.tokens[this.at + 1];
		return token?.k === 'id' && (KEYWORDS.has(token.v) || TYPES.test(token.v));
	}

	primary() {
		const token = this.next;
		this.at++;
		if (token.k === 'str') {
			let text = token.v;
			while (this.next.k === 'str' || (this.next.k === 'id' && /^PRI[diuxX]\d+$/.test(this.next.v))) {
				const more = this.tokens[this.at++];
				text += more.k === 'str' ? more.v : 'd';
			}
			return { t: 'string', v: text, token };
		}
		if (token.k === 'id') return { t: 'id', v: token.v, token };
		if (token.k === 'num') return { t: 'number', v: token.v };
		if (token.v === '(') {
			const e = this.expression();
			this.need(')');
			return e;
		}
		throw new Error(`${token.file}:${token.line}: not understood: "${token.v}"`);
	}

	postfix(e) {
		for (;;) {
			const token = this.next;
			if (this.take('(')) {
				const given = [];
				while (!this.take(')')) {
					// va_arg and offsetof are given a type.
					if (this.starts_type() && this.starts_cast_at(this.at)) { this.type(); while (this.take('*')); } else given.push(this.assignment());
					this.take(',');
				}
				e = { t: 'call', f: e, given, token };
			} else if (this.take('[')) {
				this.expression();
				this.need(']');
				e = { t: 'index', e };
			} else if (this.take('.') || this.take('->')) {
				e = { t: 'member', e, name: this.tokens[this.at++].v, token };
			} else if (!this.take('++') && !this.take('--')) {
				return e;
			}
		}
	}

	starts_cast_at(at) {
		const token = this.tokens[at];
		return KEYWORDS.has(token.v) || TYPES.test(token.v);
	}
}
