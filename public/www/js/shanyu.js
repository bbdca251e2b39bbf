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

// `where` is a path to go to, or #id of a form whose other conditions are to be kept.
function search_from(where, lat, lon) {
	const form = where.startsWith("#") ? document.querySelector(where) : null;
	const kept = form ? [...new FormData(form)].filter(([, value]) => value !== "") : [];
	const query = new URLSearchParams(kept);
	query.set("lat", lat);
	query.set("lon", lon);
	query.delete("sort");
	location.href = (form ? form.getAttribute("action") : where) + "?" + query;
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

// Two to four at once; what is ticked on this page is kept while the visitor looks at a facility and comes back.
function watch_choice(form) {
	const boxes = all("input[name=code]", form);
	const status = form.querySelector("[data-compare-status]");
	const show = () => {
		const chosen = boxes.filter(box => box.checked).length;
		for (const box of boxes)
			box.disabled = chosen >= 4 && !box.checked;
		form.classList.toggle("found--choosing", chosen > 0);
		const { hint, more, most } = status.dataset;
		status.textContent = chosen === 0 ? hint : chosen === 1 ? more : chosen >= 4 ? most : "";
	};
	form.addEventListener("change", show);
	addEventListener("pageshow", show);
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
all("[data-back]").forEach(lead_back);
for (const button of all("[data-print]")) {
	button.hidden = false;
	button.addEventListener("click", () => print());
}
open_when_wide();
wide.addEventListener("change", open_when_wide);
document.getElementById("error-summary")?.focus();
