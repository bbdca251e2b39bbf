// SPDX-License-Identifier: Apache-2.0
// What the pages of complaints and receipts do a little better with JavaScript. Every page is complete without it, and all words are
// in the templates (data-* attributes).
//   form[data-draft]        what is typed is kept in this tab until the receipt is shown, and put back after a lost page
//   [data-evidence=URL]     files are sent as they are chosen, with their progress; data-too-large ... say why one was not taken
//   [data-proof]            the little calculation before sending; data-challenge is what to solve. data-proof=NAME: for all forms with a
//                           field of that name, begun when one of them is used
//   form[data-again=N]      is sent again after N seconds, or when the calculation is done
//   [data-counter=ID]       how many of data-most characters are left, written into #ID
//   [data-receipt]          the receipt's page: the draft is forgotten, leaving without saving is asked about
//   [data-text-size]        the size of text changes without losing what was typed into any form of the page
//   [data-receipt-code]     takes the code from what follows # in the address

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const DRAFT = "complaint-draft";
const NOT_KEPT = ["altcha", "website", "go", "step", "file", "receipt", "text_size"];

function read_draft() {
	try {
		return JSON.parse(sessionStorage.getItem(DRAFT)) ?? {};
	} catch {
		return {};
	}
}

// The receipt tells drafts apart; of it only a hash is kept, since it is a key.
async function draft_key(form) {
	const receipt = form.elements.receipt?.value ?? "";
	if (!crypto.subtle)
		return "draft";
	const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(receipt));
	return [...new Uint8Array(hash).slice(0, 8)].map(byte => byte.toString(16)).join("");
}

async function keep_draft(form) {
	const key = await draft_key(form);
	const draft = read_draft();
	const kept = draft.key === key ? draft.values : {};
	for (const field of form.elements)
		if (field.name && !NOT_KEPT.includes(field.name) && field.type !== "hidden" && field.type !== "radio" && !field.value && kept[field.name])
			field.value = kept[field.name];
	form.addEventListener("input", () => {
		const values = { ...kept };
		for (const [name, value] of new FormData(form))
			if (typeof value === "string" && !NOT_KEPT.includes(name))
				values[name] = value;
		sessionStorage.setItem(DRAFT, JSON.stringify({ key, values }));
	});
}

// How much may still be written, into #ID by its data-left and data-over with # in it: only when it gets little. A text is never cut.
function count(field) {
	const shown = document.getElementById(field.dataset.counter);
	const most = Number(field.dataset.most.replace(",", "")), before = shown.textContent;
	const update = () => {
		const left = most - [...field.value.trim()].length;
		const words = left < 0 ? shown.dataset.over : left < Math.min(500, most / 5) ? shown.dataset.left : before;
		shown.textContent = words.replace("#", Math.abs(left).toLocaleString("en"));
		shown.classList.toggle("count--over", left < 0);
	};
	field.addEventListener("input", update);
	update();
}

function send_on_enter(field) {
	field.addEventListener("keydown", event => {
		if (event.key !== "Enter" || event.isComposing)
			return;
		event.preventDefault();
		document.getElementById(field.dataset.enter).click();
	});
}

// --- Evidence -----------------------------------------------------------------------------------------------------

function upload(part) {
	const input = part.querySelector("input[type=file]");
	const form = input.form;
	const list = form.querySelector("[data-files]");
	const taken = form.querySelector("[data-taken]");
	const progress = part.querySelector("[data-progress]");
	const problem = part.querySelector("[data-problem]");
	const bar = progress.querySelector("progress");
	let sending = null;

	const say = (word, file) => {
		problem.hidden = !word;
		problem.textContent = word ? part.dataset.named.replace("#", file.name) + (part.dataset[word] ?? part.dataset.failed) : "";
	};
	const add = (file, line) => {
		const hidden = Object.assign(document.createElement("input"), { type: "hidden", name: "file", value: line });
		const item = form.querySelector("template[data-file]").content.firstElementChild.cloneNode(true);
		item.querySelector("[data-name]").textContent = file.name;
		item.append(hidden);
		item.querySelector("[data-remove]").addEventListener("click", () => {
			item.remove();
			taken.hidden = !list.children.length;
			input.focus();
		});
		list.append(item);
		taken.hidden = false;
	};
	const send = (file, again = 6) => new Promise(done => {
		const body = new FormData();
		body.append("receipt", form.elements.receipt.value);
		for (const line of all("input[name=file]", form))
			body.append("file", line.value);
		body.append("evidence", file);
		sending = new XMLHttpRequest();
		sending.open("POST", part.dataset.evidence);
		sending.setRequestHeader("Accept", "application/json");
		sending.upload.addEventListener("progress", event => {
			bar.value = event.lengthComputable ? (100 * event.loaded) / event.total : 0;
		});
		sending.addEventListener("load", () => {
			// Others of the same network are sending: a moment later there is room.
			if (sending.status === 429 && again > 0) {
				setTimeout(() => send(file, again - 1).then(done), 1000 * (Number(sending.getResponseHeader("Retry-After")) || 5));
				return;
			}
			let answer = {};
			try {
				answer = JSON.parse(sending.responseText);
			} catch {
				// The words for a failure are shown below.
			}
			if (answer.file)
				add(file, answer.file);
			if (answer.unfinished)
				say("unfinished", file);
			if (!answer.file)
				say((answer.problem ?? "failed").toLowerCase().replace(/_(.)/g, (_, letter) => letter.toUpperCase()), file);
			done();
		});
		sending.addEventListener("error", () => {
			say("failed", file);
			done();
		});
		sending.addEventListener("abort", () => done());
		sending.send(body);
	});

	progress.querySelector("[data-cancel]").addEventListener("click", () => sending?.abort());
	input.addEventListener("change", async () => {
		say("");
		for (const file of [...input.files]) {
			if (file.size > 20 * 1024 * 1024) {
				say("tooLarge", file);
				continue;
			}
			progress.querySelector("[data-progress-name]").textContent = file.name;
			bar.value = 0;
			progress.hidden = false;
			await send(file);
		}
		progress.hidden = true;
		input.value = "";
	});
	for (const button of all("[data-no-script]", form))
		button.hidden = true;
}

// --- Proof of work ------------------------------------------------------------------------------------------------

// The forms that a solution is for, once it is known that there will be a use for it.
function forms_of(part) {
	const name = part.dataset.proof;
	const forms = name ? all("form").filter(form => form.elements[name]) : [part.closest("form")];
	if (!name || forms.some(form => form.dataset.again))
		return Promise.resolve(forms);
	return new Promise(begun => {
		for (const form of forms)
			form.addEventListener("focusin", () => begun(forms), { once: true });
	});
}

async function solve(part) {
	const status = part.querySelector("[data-proof-status]");
	// Not over plain http: then the letter goes by the slower way.
	if (!crypto.subtle || !part.dataset.challenge)
		return;
	const forms = await forms_of(part);
	const { algorithm, challenge, maxnumber, salt, signature } = JSON.parse(part.dataset.challenge);
	const { solveChallengeWorkers } = await import("/vendor/altcha-lib-1.4.1/index.js");
	status.textContent = part.dataset.working;
	const solution = await solveChallengeWorkers(() => new Worker("/vendor/altcha-lib-1.4.1/worker.js", { type: "module" }), 2, challenge,
		salt, algorithm, maxnumber);
	if (!solution)
		return;
	const answer = JSON.stringify({ algorithm, challenge, number: solution.number, salt, signature });
	for (const form of forms)
		form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "altcha", value: btoa(answer) }));
	status.textContent = part.dataset.done;
	forms.filter(form => form.dataset.again).forEach(send_now);
}

// --- Waiting ------------------------------------------------------------------------------------------------------

// As by its own button, which may have a name that is sent along. Not twice: by its time and by the calculation.
function send_now(form) {
	if (!form.dataset.again)
		return;
	delete form.dataset.again;
	form.querySelector("button.govuk-button").click();
}

// Who goes on writing meanwhile sends it himself.
function send_again(form) {
	form.addEventListener("input", () => delete form.dataset.again, { once: true });
	setTimeout(() => send_now(form), 1000 * (Number(form.dataset.again) + 1));
}

// --- The receipt --------------------------------------------------------------------------------------------------

function guard_receipt(part) {
	let saved = false;
	const leaving = event => {
		if (!saved)
			event.preventDefault();
	};
	sessionStorage.removeItem(DRAFT);
	addEventListener("beforeunload", leaving);
	addEventListener("beforeprint", () => (saved = true));
	for (const form of all("form"))
		form.addEventListener("submit", () => (saved = true));
	for (const button of all("[data-copy]", part))
		button.addEventListener("click", () => (saved = true));
}

// --- Size of text -------------------------------------------------------------------------------------------------

// The button sends the page's main form; where somebody last typed into another one, that one goes instead, so that nothing is lost.
function follow_typing(button) {
	let typed_in = null;
	addEventListener("input", event => (typed_in = event.target.form));
	button.addEventListener("click", event => {
		if (!typed_in?.id || typed_in === button.form)
			return;
		event.preventDefault();
		typed_in.append(Object.assign(document.createElement("input"), { type: "hidden", name: button.name, value: button.value }));
		typed_in.submit();
	});
}

all("[data-text-size]").forEach(follow_typing);
all("form[data-draft]").forEach(keep_draft);
all("[data-counter]").forEach(count);
all("[data-enter]").forEach(send_on_enter);
all("[data-evidence]").forEach(upload);
all("[data-proof]").forEach(solve);
all("form[data-again]").forEach(send_again);
all("[data-receipt]").forEach(guard_receipt);
for (const field of all("[data-receipt-code]"))
	if (location.hash.length > 1) {
		field.value = decodeURIComponent(location.hash.slice(1));
		history.replaceState(null, "", location.pathname);
	}
