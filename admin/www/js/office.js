// SPDX-License-Identifier: Apache-2.0
// What the officials' pages do a little better with JavaScript. Every page is complete without it, and all words are in the templates.

// An error summary takes the focus, so that it is read first.
document.getElementById("error-summary")?.focus();

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

for (const field of document.querySelectorAll("[data-counter]"))
	count(field);
