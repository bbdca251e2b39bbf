// SPDX-License-Identifier: Apache-2.0
// What pages do a little better with JavaScript: position, copying, comparing, printing. Every page is complete without it,
// and all words are in the templates. Sends nothing anywhere: the position goes only into the address of the search asked for.

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const wide = matchMedia("(min-width: 64em)");

// About a hundred metres: enough for walking minutes, too little for a front door.
const rounded = degrees => degrees.toFixed(3);

function offer_position(button) {
	const part = button.closest("[data-locate-part]");
	const status = part.parentElement.querySelector("[data-locate-status]");
	part.hidden = false;
	button.addEventListener("click", () => {
		status.textContent = status.dataset.asking;
		button.disabled = true;
		navigator.geolocation.getCurrentPosition(
			({ coords }) => search_from(button.dataset.locate, rounded(coords.latitude), rounded(coords.longitude)),
			error => {
				status.textContent = error.code === error.PERMISSION_DENIED ? status.dataset.denied : status.dataset.failed;
				button.disabled = false;
			},
			{ maximumAge: 300000, timeout: 15000 },
		);
	});
}

// `where` is an address to go to, or #id of a form whose other conditions are to be kept.
function search_from(where, lat, lon) {
	const form = where.startsWith("#") ? document.querySelector(where) : null;
	const target = new URL(form ? form.action : where, location.origin);
	const kept = form ? [...new FormData(form)].filter(([name, value]) => value !== "" && name !== "sort") : target.searchParams;
	target.search = new URLSearchParams([...kept, ["lat", lat], ["lon", lon]]);
	location.href = target;
}

function offer_copy(button) {
	const words = button.innerHTML;
	button.hidden = false;
	button.addEventListener("click", async () => {
		try {
			await navigator.clipboard.writeText(button.dataset.copy);
			button.textContent = button.dataset.copied;
		} catch {
			getSelection().selectAllChildren(button.previousElementSibling);
		}
		setTimeout(() => (button.innerHTML = words), 3000);
	});
}

// Beside the list, where there is room, its map: the page of the map is asked for, and its drawing put in.
async function show_map(part) {
	try {
		const answer = await fetch(part.dataset.mapUrl);
		const drawing = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("svg.map");
		if (drawing)
			part.replaceChildren(drawing);
	} catch {
		// The link below leads to it.
	}
}

// What is chosen for comparing is kept while this tab is open, so that it can be ticked on several pages of the list.
const choice = {
	get: () => {
		try {
			return JSON.parse(sessionStorage.getItem("compare")) ?? [];
		} catch {
			return [];
		}
	},
	set: codes => {
		try {
			sessionStorage.setItem("compare", JSON.stringify(codes));
		} catch {
			// Then each page is for itself.
		}
		lead_to_choice();
	},
};

// With what was asked, where the page has it.
function lead_to_choice() {
	const asked = all("form[data-compare] input[type=hidden], form[data-compare-one] input[type=hidden]")
		.filter(field => field.name !== "code").map(field => [field.name, field.value]);
	for (const link of all("a[data-compare-link]"))
		link.search = new URLSearchParams([...choice.get().map(code => ["code", code]), ...asked]);
}

// The chosen ones that have no box on this page go along as hidden fields.
function send_along(form, codes) {
	all("input[data-along]", form).forEach(field => field.remove());
	for (const value of codes) {
		const field = Object.assign(document.createElement("input"), { type: "hidden", name: "code", value });
		field.dataset.along = "";
		form.append(field);
	}
}

// One more beside those already chosen.
function add_choice(form) {
	const own = form.querySelector("input[name=code]").value;
	const others = () => choice.get().filter(code => code !== own).slice(0, 3);
	addEventListener("pageshow", () => send_along(form, others()));
	form.addEventListener("submit", () => choice.set([own, ...others()]));
}

// What is taken out of the comparison is not chosen any more. To look at what somebody else compares chooses nothing.
function watch_removal(part) {
	part.querySelector(".compare__remove").addEventListener("click", () =>
		choice.set(choice.get().filter(code => code !== part.dataset.code)));
}

function watch_choice(form) {
	const boxes = all("input[name=code]", form);
	const status = form.querySelector("[data-compare-status]");
	const clear = form.querySelector("[data-compare-clear]");
	const elsewhere = () => choice.get().filter(code => !boxes.some(box => box.value === code));
	const show = () => {
		const codes = choice.get();
		for (const box of boxes) {
			box.checked = codes.includes(box.value);
			box.disabled = codes.length >= 4 && !box.checked;
		}
		send_along(form, elsewhere());
		form.classList.toggle("found--choosing", codes.length > 0);
		clear.hidden = !codes.length;
		const { hint, more, some, most, chosen } = status.dataset;
		status.textContent = [hint, more][codes.length] ?? (codes.length >= 4 ? most : `${chosen} ${codes.length} ${some}`);
	};
	form.addEventListener("change", () => {
		choice.set([...elsewhere(), ...boxes.filter(box => box.checked).map(box => box.value)]);
		show();
	});
	clear.addEventListener("click", () => {
		choice.set([]);
		show();
		boxes[0].focus();
	});
	addEventListener("pageshow", show);
}

// Where the size of text is a link, what was typed into the search and not yet sent goes along.
function keep_typed(link) {
	const form = document.getElementById("filter-form");
	const asked = () => new URLSearchParams(form ? new FormData(form) : []);
	const before = String(asked());
	link.addEventListener("click", event => {
		const typed = asked();
		if (String(typed) === before)
			return;
		event.preventDefault();
		typed.set("size", new URL(link.href).searchParams.get("size"));
		location.href = `/text-size/facilities?${typed}`;
	});
}

function open_when_wide() {
	for (const part of all("details[data-wide-open]"))
		part.open = wide.matches || part.querySelector(".govuk-error-message") !== null;
}

// The list the visitor came from, with its conditions, when that is where they came from.
function lead_back(link) {
	const from = document.referrer ? new URL(document.referrer) : null;
	if (from?.origin === location.origin && from.pathname === "/facilities")
		link.href = from.pathname + from.search;
}

if (navigator.geolocation && isSecureContext)
	all("[data-locate]").forEach(offer_position);
if (navigator.clipboard)
	all("[data-copy]").forEach(offer_copy);
all("form[data-compare]").forEach(watch_choice);
all("[data-compared] [data-code]").forEach(watch_removal);
all("form[data-compare-one]").forEach(add_choice);
addEventListener("pageshow", lead_to_choice);
all("[data-back]").forEach(lead_back);
all("[data-size-link]").forEach(keep_typed);
for (const button of all("[data-print]")) {
	button.hidden = false;
	button.addEventListener("click", () => print());
}
open_when_wide();
wide.addEventListener("change", open_when_wide);
document.getElementById("error-summary")?.focus();
if (matchMedia("(min-width: 80em)").matches)
	all("[data-map-url]").forEach(show_map);
