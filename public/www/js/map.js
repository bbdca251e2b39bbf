// SPDX-License-Identifier: Apache-2.0
// The street map on top of the schematic one: only where the district has configured map tiles, and only when asked for,
// so that a phone does not pay for it. It shows what the list shows: it reads the positions from the list's own rows.

const library = "/vendor/leaflet-1.9.4/";

function load(element) {
	return new Promise((done, failed) => {
		element.onload = done;
		element.onerror = failed;
		document.head.append(element);
	});
}

async function show_map(part, button) {
	button.disabled = true;
	try {
		await Promise.all([
			load(Object.assign(document.createElement("link"), { rel: "stylesheet", href: library + "leaflet.css" })),
			load(Object.assign(document.createElement("script"), { src: library + "leaflet.js" })),
		]);
	} catch {
		button.textContent = button.dataset.failed;
		return;
	}
	const leaflet = window.L;
	const place = document.createElement("div");
	place.className = "tiles__map";
	part.prepend(place);
	button.remove();

	const map = leaflet.map(place, { maxZoom: 18, scrollWheelZoom: false });
	leaflet.tileLayer(part.dataset.tilesUrl, { maxZoom: 18, subdomains: "01234567" }).addTo(map);
	const points = [];
	for (const row of document.querySelectorAll(".listing[data-lat]")) {
		const point = [Number(row.dataset.lat), Number(row.dataset.lon)];
		const link = row.querySelector(".listing__name a");
		const name = document.createElement("span"); // an element, since Leaflet takes a string for markup
		name.textContent = link.textContent;
		points.push(point);
		leaflet.circleMarker(point, { radius: 10, color: "#ffffff", weight: 2, fillColor: "#0f6657", fillOpacity: 1 })
			.bindTooltip(name)
			.bindPopup(link.cloneNode(true))
			.addTo(map);
	}
	map.fitBounds(points, { padding: [24, 24], maxZoom: 16 });
}

for (const part of document.querySelectorAll("[data-tiles-url]")) {
	const button = part.querySelector("[data-tiles-show]");
	part.hidden = false;
	button.addEventListener("click", () => show_map(part, button));
}
