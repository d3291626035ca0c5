/** `npm run journeys -- NAME …`: journeys in a real browser; all of them without a name. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { basename } from 'node:path';

const names = process.argv.slice(2);
const unknown = names.filter((name) => !existsSync(`tests/journeys/${name}.journey.ts`));
if (unknown.length > 0) {
	const known = globSync('tests/journeys/*.journey.ts').map((file) => basename(file, '.journey.ts'));
	console.error(`There is no journey "${unknown.join('", "')}". There are: ${known.sort().join(', ')}`);
	process.exit(1);
}
const files = names.map((name) => `tests/journeys/${name}.journey.ts`);
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.journeys.config.ts', ...files];
// many together go each way once; whoever names one sees all of it
const env = { ...process.env, ...(names.length > 0 && { JOURNEYS: 'both ways' }) };
process.exit(spawnSync(process.execPath, vitest, { stdio: 'inherit', env }).status ?? 1);
