#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Draw the demo district once: from db/demo/sources to db/demo/district.csv, streets.csv and communities.csv.
// The streets are schematic: Voronoi cells of their centres, clipped to the simplified outline of the district. The communities
// are spread evenly over their street's cell; those positions are invented. Run again only to change the drawing:
//   npm install --no-save polygon-clipping && node tools/streetcells.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(process.env.MODULES_FROM ? process.env.MODULES_FROM + '/' : import.meta.url);
const clipping = require('polygon-clipping');

const folder = 'db/demo/';
const DISTRICT_POINTS = 80;
const STREET_POINTS = 40;
const MARGIN_METRES = 130;              // communities keep this far from the edge of their cell
const GRID_METRES = 45;
const METRES_LAT = 111195;
const METRES_LON = METRES_LAT * Math.cos(31.25 * Math.PI / 180);

// GCJ-02 to WGS84, by iteration of the published forward conversion (see rules/coordinates.c).
function gcj02FromWgs84([lon, lat]) {
	const a = 6378245, ee = 0.006693421622965823, pi = Math.PI, { sin, cos, sqrt, abs } = Math;
	const x = lon - 105, y = lat - 35;
	const wave = (20 * sin(6 * pi * x) + 20 * sin(2 * pi * x)) * 2 / 3;
	const tLat = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + wave +
		(20 * sin(pi * y) + 40 * sin(pi * y / 3)) * 2 / 3 + (160 * sin(pi * y / 12) + 320 * sin(pi * y / 30)) * 2 / 3;
	const tLon = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + wave +
		(20 * sin(pi * x) + 40 * sin(pi * x / 3)) * 2 / 3 + (150 * sin(pi * x / 12) + 300 * sin(pi * x / 30)) * 2 / 3;
	const phi = lat * pi / 180, m = 1 - ee * sin(phi) ** 2;
	return [lon + tLon * 180 / (a / sqrt(m) * cos(phi) * pi), lat + tLat * 180 / (a * (1 - ee) / (m * sqrt(m)) * pi)];
}

function wgs84FromGcj02(point) {
	let at = point;
	for (let i = 0; i < 10; i++) {
		const there = gcj02FromWgs84(at);
		at = [at[0] - there[0] + point[0], at[1] - there[1] + point[1]];
	}
	return at;
}

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

// Visvalingam: leave out the point whose triangle is smallest, until few enough are left. Points of `kept` stay.
function simplify(ring, most, kept = new Set()) {
	const points = ring.slice();
	const triangle = i => area([points.at(i - 1), points[i], points[(i + 1) % points.length]]);
	while (points.length > most) {
		const free = points.map((_, i) => i).filter(i => !kept.has(points[i].join()));
		if (!free.length)
			break;
		points.splice(free.reduce((best, i) => triangle(i) < triangle(best) ? i : best), 1);
	}
	return points;
}

function largest(multi) {
	const rings = multi.map(polygon => polygon[0].slice(0, -1)).sort((one, other) => area(other) - area(one));
	const rest = rings.slice(1).reduce((sum, ring) => sum + area(ring), 0) / area(rings[0]);
	if (rest > 0.001)
		console.error(`left out ${(rest * 100).toFixed(1)} % of a shape in ${rings.length} pieces`);
	return rings[0];
}

// The half plane nearer to one centre than to another, as a large polygon, in a plane where both axes are metres.
function nearer(one, other) {
	const sx = METRES_LON, sy = METRES_LAT, far = 60000;
	const dx = (other[0] - one[0]) * sx, dy = (other[1] - one[1]) * sy, length = Math.hypot(dx, dy);
	const ux = dx / length, uy = dy / length;
	const mx = (one[0] + other[0]) / 2 * sx, my = (one[1] + other[1]) / 2 * sy;
	const corner = (along, back) => [(mx - uy * along - ux * back) / sx, (my + ux * along - uy * back) / sy];
	return [[corner(-far, 0), corner(far, 0), corner(far, far), corner(-far, far)]];
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

// Spread `count` points over a cell: Lloyd's method on a grid, started and shuffled by fixed chance.
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

const boundary = JSON.parse(readFileSync(folder + 'sources/putuo-boundary.geojson', 'utf8'));
const whole = clipping.union(boundary.geometry.coordinates.map(polygon => polygon.map(ring => ring.map(wgs84FromGcj02))));
const district = open(simplify(open(largest(whole)), DISTRICT_POINTS));
const towns = table('sources/putuo-towns.tsv', '\t').map(town => ({ ...town, at: [Number(town.lon_wgs84), Number(town.lat_wgs84)] }));
const chance = fixedChance(310107);
const communities = table('sources/putuo-communities.csv', ',');

write('district.csv', ['# The demo district. The outline is simplified, for drawing only; made by tools/streetcells.mjs.', 'code,name,city,filing_authority,phone,outline',
	`310107,普陀区,上海市,普陀区教育局,,"${outline(district)}"`]);
const streets = ['# The ten streets. The outlines are schematic (Voronoi cells), not the real borders; made by tools/streetcells.mjs.', 'code,name,office,weight,lat,lon,outline,position'];
const places = ['# The residents\' committees. Their positions are INVENTED, spread over the schematic cell of their street; made by tools/streetcells.mjs.',
	'code,name,street_code,lat,lon'];
towns.forEach((town, i) => {
	const others = towns.filter(other => other !== town);
	const cell = clipping.intersection([[...district, district[0]]], ...others.map(other => nearer(town.at, other.at)));
	const ring = open(largest(cell));
	const own = communities.filter(community => community.street_code === town.code9);
	const office = town.kind === '镇' ? `${town.name}人民政府` : `${town.name}办事处`;

	if (!inside(town.at, ring))
		console.error(`${town.name}: its centre is outside its cell`);
	console.error(`${town.name}: ${ring.length} points, ${(area(ring) * METRES_LAT * METRES_LON / 1e6).toFixed(2)} km2, ${own.length} communities`);
	if (ring.length > STREET_POINTS)
		console.error(`${town.name}: more than ${STREET_POINTS} points`);
	streets.push(`${town.code9},${town.name},${office},${town.weight_persons},${town.at[1]},${town.at[0]},"${outline(ring)}",${i + 1}`);
	spread(ring, own.length, chance).map(round).forEach(([lon, lat], j) =>
		places.push(`${own[j].code},${own[j].community},${town.code9},${lat.toFixed(5)},${lon.toFixed(5)}`));
});
write('streets.csv', streets);
write('communities.csv', places);
console.error(`district: ${district.length} points, ${(area(district) * METRES_LAT * METRES_LON / 1e6).toFixed(2)} km2`);
