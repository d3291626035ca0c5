/** Runs dependency-cruiser and fails when it saw fewer modules than there are files: then it looked away. */
import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';

type Cruise = {
	summary: { totalCruised: number; violations: { from: string; to: string; rule: { name: string } }[] };
	modules: { source: string }[];
};

const cruise = JSON.parse(
	execFileSync(
		process.execPath,
		[
			'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
			'src',
			'scripts',
			'tests',
			'server.ts',
			'--config',
			'.dependency-cruiser.cjs',
			'--output-type',
			'json',
		],
		{ encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
	),
) as Cruise;

for (const { rule, from, to } of cruise.summary.violations) console.error(`${rule.name}: ${from} → ${to}`);

const cruised = new Set(cruise.modules.map(({ source }) => source));
const unseen = globSync('{src,scripts,tests}/**/*.{ts,svelte}').filter(
	(file) => !cruised.has(file) && !file.endsWith('.d.ts'),
);
for (const file of unseen) console.error(`not cruised: ${file}`);
process.exitCode = cruise.summary.violations.length + unseen.length === 0 ? 0 : 1;
