/* SPDX-License-Identifier: Apache-2.0 */
/* hsds SCHEMA FILE: each service of an HSDS file against the standard's compiled schema; a line for each kind of fault, then how many services there are. */
import fs from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const [schema, file] = process.argv.slice(2).map((path) => JSON.parse(fs.readFileSync(path, 'utf8')));
/* The schema says more than JSON Schema knows (names of tables and the like), hence not strict. */
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
const fits = ajv.compile(schema);
const faults = new Map();
for (const service of file.services) {
	if (fits(service))
		continue;
	for (const { instancePath, message } of fits.errors) {
		const fault = `${instancePath.replace(/[0-9]+/g, '#')} ${message}`;
		faults.set(fault, (faults.get(fault) ?? 0) + 1);
	}
}
for (const [fault, count] of faults)
	console.log(`${count} ${fault}`);
console.log(file.services.length);
