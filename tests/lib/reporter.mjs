// SPDX-License-Identifier: Apache-2.0
// node --test says each sentence on one line, as the other tests do; what went wrong follows on lines with #.

export default async function* say(events) {
	const groups = [];
	for await (const { type, data } of events) {
		if (type === "test:start")
			groups[data.nesting] = data.name;
		// What a test says of itself, without node's own summary.
		if (type === "test:diagnostic" && !/^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /.test(data.message))
			yield `# ${data.message}\n`;
		if (!["test:pass", "test:fail"].includes(type) || data.details.type === "suite")
			continue;
		const within = groups.slice(0, data.nesting).filter(name => !name.endsWith("_test.mjs"));
		const sentence = [...within, data.name].join(" ").replaceAll("\n", " ");
		yield `${type === "test:pass" ? "ok" : "not ok"} - ${sentence}\n`;
		const error = data.details.error;
		if (error)
			yield String(error.cause?.stack ?? error.cause ?? error.message).split("\n").slice(0, 30).map(line => `# ${line}\n`).join("");
	}
}
