/** `npm run bench -- NAME …`: runs one promise on speed; its last line is one JSON object. */
import { spawnSync } from 'node:child_process';
import { workerFlags } from './start/worker-flags.ts';

const promises = ['pages', 'weight', 'school-import', 'partner-search', 'co-writing', 'upload', 'twinspace'];
const [name = '', ...rest] = process.argv.slice(2);
if (!promises.includes(name)) {
	console.error(`There is no bench "${name}". There are: ${promises.join(', ')}`);
	process.exit(1);
}
// an import is a job of the worker
const flags = name === 'school-import' ? workerFlags : [];
process.exit(
	spawnSync(process.execPath, [...flags, `bench/${name}.ts`, ...rest], { stdio: 'inherit' }).status ?? 1,
);
