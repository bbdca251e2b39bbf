// SPDX-License-Identifier: Apache-2.0
// The whole site over the demo district, as tools/run runs it: nginx, the portal's workers and clerk, on free ports, in a folder
// of its own; ended by its own number. Its contexts note every request that leaves for another host.

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { root, watch_faults } from "./browser.mjs";

const most_seconds_to_start = 180;

// A port nobody listens at, just now.
export async function free_port() {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address();
	server.close();
	return port;
}

// {origin, admin_origin, folder, get(path), facilities(), shanyu(words), stop()}; settings are those of tools/run.
export async function start_site(settings = {}) {
	const folder = mkdtempSync(join(tmpdir(), "shanyu-test."));
	chmodSync(folder, 0o755); // nginx's workers may be another user
	const [port, admin_port] = [await free_port(), await free_port()];
	const program = spawn("tools/run", {
		cwd: root,
		env: { ...process.env, ...settings, RUN: folder, PORT: port, ADMIN_PORT: admin_port },
		stdio: ["ignore", "pipe", "pipe"],
	});
	const ending = once(program, "exit");
	const origin = `http://127.0.0.1:${port}`;
	const get = async path => (await fetch(origin + path)).json();
	let said = "";
	for (const stream of [program.stdout, program.stderr])
		stream.on("data", data => (said += data));
	process.once("exit", () => program.kill());

	const until = async (what, holds) => {
		for (let tenths = 0; !await holds(); tenths++) {
			if (program.exitCode !== null || tenths > most_seconds_to_start * 10) {
				program.kill();
				throw new Error(`the site does not ${what}: ${said.slice(-3000)}`);
			}
			await pause(100);
		}
	};
	await until("start", () => said.includes("Shanyu runs"));
	// Editions follow the publishing: the district is whole when there is no newer one for a while.
	let edition = 0, since = 0;
	await until("show the district", async () => {
		const now = (await get("/api/facilities")).edition ?? 0;
		since = now && now === edition ? since + 1 : 0;
		edition = now;
		return since === 5;
	});

	return {
		origin,
		admin_origin: `http://127.0.0.1:${admin_port}`,
		folder,
		shanyu: (...words) => execFileSync(root + (process.env.BUILD ?? "build") + "/shanyu", ["--config", join(folder, "shanyu.conf"), ...words],
			{ encoding: "utf8" }),
		get,
		facilities: async () => (await get("/facilities.geojson")).features.map(one => one.properties),
		stop: async () => {
			const early = program.exitCode !== null;
			program.kill();
			await ending;
			rmSync(folder, { recursive: true });
			if (early)
				throw new Error(`the site ended before the tests did: ${said.slice(-3000)}`);
		},
	};
}

// A context in which every page is watched: context.faults and context.foreign, which has what was asked of other hosts.
export async function open_site(browser, site, options = {}) {
	const own = options.baseURL ?? site.origin;
	const context = await browser.newContext({ locale: "zh-CN", baseURL: own, ...options });
	watch_faults(context);
	context.foreign = [];
	context.on("request", request => {
		if (!request.url().startsWith(own + "/") && !request.url().startsWith("data:"))
			context.foreign.push(request.url());
	});
	return context;
}
