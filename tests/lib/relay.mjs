// SPDX-License-Identifier: Apache-2.0
// relay.mjs SOCKET FILE: the link between a machine and PostgreSQL, as a test cuts it: a TCP port of 127.0.0.1 that leads to the
// Unix socket. Writes the port to FILE, and when it ends (SIGTERM) how many bytes went each way: PORT TO_SERVER FROM_SERVER.
// SIGHUP breaks every connection there is; SIGUSR2 refuses new ones too, until the next SIGUSR2.

import { renameSync, writeFileSync } from "node:fs";
import net from "node:net";

const [socket, file] = process.argv.slice(2);
const clients = new Set();
let closed = false, to_server = 0, from_server = 0;

function cut() {
	for (const client of clients)
		client.resetAndDestroy();
}

function say(words) {
	writeFileSync(`${file}.writing`, `${words}\n`);
	renameSync(`${file}.writing`, file);
}

function join(client) {
	const server = net.connect(socket);

	clients.add(client);
	client.on("close", () => clients.delete(client));
	for (const [end, other] of [[client, server], [server, client]]) {
		end.on("error", () => other.destroy());
		end.on("close", () => other.destroy());
	}
	client.on("data", part => to_server += part.length);
	server.on("data", part => from_server += part.length);
	client.pipe(server);
	server.pipe(client);
}

function refuse(client) {
	client.on("error", () => {});
	client.resetAndDestroy();
}

const relay = net.createServer(client => closed ? refuse(client) : join(client));

process.on("SIGHUP", cut);
process.on("SIGUSR2", () => {
	closed = !closed;
	if (closed)
		cut();
});
process.on("SIGTERM", () => {
	say(`${relay.address().port} ${to_server} ${from_server}`);
	process.exit(0);
});
relay.listen(0, "127.0.0.1", () => say(relay.address().port));
