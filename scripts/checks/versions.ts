/** The versions that were tried together are the versions that are installed, down to the last digit. */
import { readFileSync } from 'node:fs';

type Manifest = {
	version: string;
	dependencies?: Record<string, string>;
	devDependencies?: Record<string, string>;
};

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Manifest;
const own = read('package.json');
const wanted = { ...own.dependencies, ...own.devDependencies };
const problems: string[] = [];

for (const [name, version] of Object.entries(wanted)) {
	if (!/^\d+\.\d+\.\d+/.test(version))
		problems.push(`${name}: write the exact version instead of ${version}`);
	const installed = read(`node_modules/${name}/package.json`).version;
	if (installed !== version)
		problems.push(`${name}: ${installed} is installed, ${version} is wanted: run "npm ci"`);
}
if (process.version !== `v${wanted['node']}`)
	problems.push(`this runs on ${process.version}, not on the pinned Node`);
if (/"resolved": "http/.test(readFileSync('package-lock.json', 'utf8'))) {
	problems.push('package-lock.json records download addresses');
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
