#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Draw the demo district once: from db/demo/sources to db/demo/district.csv, streets.csv and communities.csv.
// The outlines are those of OpenStreetMap. A community whose estate or road is known stands there; all others are spread evenly over their
// street, and those positions are invented. Run again only to change the drawing: node tools/outlines.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const folder = 'db/demo/';
const MARGIN_METRES = 130;              // communities keep this far from the edge of their street
const GRID_METRES = 45;
const ANCHOR_METRES = 300;              // an anchor that may be farther away is none
const METRES_LAT = 111195;
const METRES_LON = METRES_LAT * Math.cos(31.25 * Math.PI / 180);

const round = ([lon, lat]) => [Number(lon.toFixed(5)), Number(lat.toFixed(5))];
const same = (one, other) => one[0] === other[0] && one[1] === other[1];

// Rings are open here: the last point is not the first again.
function open(ring) {
	const points = ring.map(round).filter((point, i, all) => !same(point, all[(i + 1) % all.length]));
	return points;
}

function area(ring) {
	let twice = 0;
	ring.forEach(([x, y], i) => {
		const [u, v] = ring[(i + 1) % ring.length];
		twice += x * v - u * y;
	});
	return Math.abs(twice) / 2;
}

const table = (path, mark) => {
	const [head, ...lines] = readFileSync(folder + path, 'utf8').trim().split('\n').map(line => line.split(mark));
	return lines.map(line => Object.fromEntries(head.map((name, i) => [name, line[i]])));
};
const outline = ring => ring.map(([lon, lat]) => `${lon.toFixed(5)},${lat.toFixed(5)}`).join(' ');
const write = (path, lines) => writeFileSync(folder + path, lines.join('\n') + '\n');

function inside([x, y], ring) {
	let yes = false;
	ring.forEach(([ax, ay], i) => {
		const [bx, by] = ring[(i + 1) % ring.length];
		if ((ay > y) !== (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax)
			yes = !yes;
	});
	return yes;
}

function metresToEdge([x, y], ring) {
	return Math.min(...ring.map(([ax, ay], i) => {
		const [bx, by] = ring[(i + 1) % ring.length];
		const px = (x - ax) * METRES_LON, py = (y - ay) * METRES_LAT;
		const qx = (bx - ax) * METRES_LON, qy = (by - ay) * METRES_LAT;
		const part = Math.max(0, Math.min(1, (px * qx + py * qy) / (qx * qx + qy * qy)));
		return Math.hypot(px - part * qx, py - part * qy);
	}));
}

function grid(ring) {
	const lons = ring.map(point => point[0]), lats = ring.map(point => point[1]), points = [];
	for (let lat = Math.min(...lats); lat < Math.max(...lats); lat += GRID_METRES / METRES_LAT)
		for (let lon = Math.min(...lons); lon < Math.max(...lons); lon += GRID_METRES / METRES_LON)
			if (inside([lon, lat], ring) && metresToEdge([lon, lat], ring) >= MARGIN_METRES)
				points.push([lon, lat]);
	return points;
}

const metres = (one, other) => Math.hypot((one[0] - other[0]) * METRES_LON, (one[1] - other[1]) * METRES_LAT);
const closest = (point, choices) => choices.reduce((best, at, i) => metres(at, point) < metres(choices[best], point) ? i : best, 0);

// Spread `count` points over a street: Lloyd's method on a grid, started and shuffled by fixed chance.
function spread(ring, count, chance) {
	const points = grid(ring);
	let at = Array.from({ length: count }, () => points[Math.floor(chance() * points.length)]);
	for (let turn = 0; turn < 25; turn++) {
		const sums = at.map(() => [0, 0, 0]);
		for (const point of points) {
			const sum = sums[closest(point, at)];
			sum[0] += point[0]; sum[1] += point[1]; sum[2]++;
		}
		at = at.map((old, i) => sums[i][2] ? points[closest([sums[i][0] / sums[i][2], sums[i][1] / sums[i][2]], points)] : old);
	}
	for (let i = at.length - 1; i > 0; i--) {
		const j = Math.floor(chance() * (i + 1));
		[at[i], at[j]] = [at[j], at[i]];
	}
	return at;
}

function fixedChance(seed) {
	return () => {
		seed = (seed + 0x6D2B79F5) | 0;
		let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

const shapes = path => JSON.parse(readFileSync(`${folder}sources/${path}`, 'utf8')).features;
const ringOf = shape => open(shape.geometry.coordinates[0].slice(0, -1));
const district = ringOf(shapes('district.geojson')[0]);
const towns = table('sources/putuo-towns.tsv', '\t').map(town => ({ ...town, at: [Number(town.lon_wgs84), Number(town.lat_wgs84)] }));
const outlines = new Map(shapes('streets-towns.geojson').map(shape => [shape.properties.code9, ringOf(shape)]));
const anchors = new Map(table('sources/community-anchors.tsv', '\t').filter(anchor => Number(anchor.likely_error_m) <= ANCHOR_METRES)
	.map(anchor => [anchor.code, [Number(anchor.lon_wgs84), Number(anchor.lat_wgs84)]]));
const chance = fixedChance(310107);
const communities = table('sources/putuo-communities.csv', ',');

write('district.csv', ['# The demo district. Outline (c) OpenStreetMap contributors, ODbL 1.0: see places-sources.md; made by tools/outlines.mjs.',
	'code,name,city,filing_authority,phone,outline',
	`310107,普陀区,上海市,普陀区教育局,,"${outline(district)}"`]);
const streets = ['# The ten streets. Outlines (c) OpenStreetMap contributors, ODbL 1.0: see places-sources.md; made by tools/outlines.mjs.',
	'code,name,office,weight,lat,lon,outline,position'];
const places = ['# The residents\' committees. Those of an estate or a road that OpenStreetMap knows stand there (ODbL 1.0), the positions of all others are INVENTED, ' +
	'spread over their street; made by tools/outlines.mjs.', 'code,name,street_code,lat,lon'];
let anchored = 0;
towns.forEach((town, i) => {
	const ring = outlines.get(town.code9);
	const own = communities.filter(community => community.street_code === town.code9);
	const office = town.kind === '镇' ? `${town.name}人民政府` : `${town.name}办事处`;

	if (!inside(town.at, ring))
		console.error(`${town.name}: its centre is outside of its outline`);
	console.error(`${town.name}: ${ring.length} points, ${(area(ring) * METRES_LAT * METRES_LON / 1e6).toFixed(2)} km2, ${own.length} communities`);
	streets.push(`${town.code9},${town.name},${office},${town.weight_persons},${town.at[1]},${town.at[0]},"${outline(ring)}",${i + 1}`);
	spread(ring, own.length, chance).forEach((at, j) => {
		const anchor = anchors.get(own[j].code);
		const [lon, lat] = round(anchor && inside(anchor, ring) ? anchor : at);

		anchored += anchor && inside(anchor, ring) ? 1 : 0;
		places.push(`${own[j].code},${own[j].community},${town.code9},${lat.toFixed(5)},${lon.toFixed(5)}`);
	});
});
write('streets.csv', streets);
write('communities.csv', places);
console.error(`district: ${district.length} points, ${(area(district) * METRES_LAT * METRES_LON / 1e6).toFixed(2)} km2; ${anchored} communities stand where they are`);
