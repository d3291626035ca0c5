// About 5 minutes: the index in memory and PostgreSQL answer more than ten thousand generated queries alike.
import { spawnSync } from 'node:child_process';

const run = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', 'tests/search'], {
	stdio: 'inherit',
	env: { ...process.env, SEARCH_PROPERTY: 'whole' },
});
console.log(run.status === 0 ? 'search-property: all alike.' : 'search-property: see above what differs.');
process.exitCode = run.status ?? 1;
