// SPDX-License-Identifier: Apache-2.0
// Lists of cases by keyboard: j and k move, o opens, x picks, / searches, g jumps to a number, ? tells the keys. Single keys can be turned
// off (WCAG 2.1.4), do nothing while something is typed, and nothing needs them: every row's link and box can be reached by Tab.

const links = [...document.querySelectorAll("[data-case] th a")];
const dialog = document.getElementById("keys");
const use = dialog?.querySelector("[data-keys-use]");
const stored = "keys.off";

function remembered() {
	try {
		return localStorage.getItem(stored) === "1";
	} catch {
		return false;
	}
}

function remember(off) {
	try {
		localStorage.setItem(stored, off ? "1" : "0");
	} catch {
		// Not kept: then for this page only.
	}
}

if (use) {
	use.checked = !remembered();
	use.addEventListener("change", () => remember(!use.checked));
}

const at = () => links.findIndex(link => link.closest("tr").contains(document.activeElement));

function move(step) {
	const next = Math.min(Math.max(at() + step, 0), links.length - 1);
	links[next]?.focus();
	links[next]?.closest("tr").scrollIntoView({ block: "nearest" });
}

function pick() {
	const box = links[at()]?.closest("tr").querySelector("input[name=number]");
	if (box)
		box.click();
}

const keys = {
	"j": () => move(1),
	"k": () => move(-1),
	"o": () => links[at()]?.click(),
	"x": pick,
	"/": () => document.querySelector("[data-key-search]")?.focus(),
	"g": () => document.getElementById("jump-number")?.focus(),
	"?": () => dialog?.showModal(),
};

addEventListener("keydown", event => {
	const typing = event.target.closest?.("input:not([type=checkbox]), select, textarea, dialog");
	if (typing || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || (use && !use.checked))
		return;
	if (keys[event.key]) {
		event.preventDefault();
		keys[event.key]();
	}
});

for (const button of document.querySelectorAll("[data-keys-show]")) {
	button.hidden = !dialog;
	button.addEventListener("click", () => dialog.showModal());
}
for (const button of document.querySelectorAll("[data-print]")) {
	button.hidden = false;
	button.addEventListener("click", () => print());
}

// How many are picked, and all of the page at once.
const boxes = [...document.querySelectorAll("[data-case] input[name=number]")];
const picked = document.querySelector("[data-picked]");
const all = document.querySelector("[data-pick-all]");

function tell() {
	const count = boxes.filter(box => box.checked).length;
	if (picked)
		picked.textContent = count ? picked.dataset.words.replace("*", count) : "";
	if (all)
		all.querySelector("input").checked = count > 0 && count === boxes.length;
}

if (all) {
	all.hidden = false;
	all.querySelector("input").addEventListener("change", event => {
		for (const box of boxes)
			box.checked = event.target.checked;
		tell();
	});
}
for (const box of boxes)
	box.addEventListener("change", tell);
tell();
