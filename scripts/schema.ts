/** Writes the table types of a freshly migrated database to src/server/platform/schema.ts; `check` compares instead. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withMigratedDatabase } from '../tests/world/test-server.ts';

const committed = 'src/server/platform/schema.ts';
const checking = process.argv[2] === 'check';

await withMigratedDatabase(async ({ host = '', user = '', database = '' }) => {
	const url = `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host)}`;
	const folder = mkdtempSync(join(tmpdir(), 'schema-'));
	const fresh = join(folder, 'schema.ts');
	execFileSync(
		process.execPath,
		[
			'node_modules/kysely-codegen/dist/cli/bin.js',
			...['--dialect', 'postgres', '--url', url, '--log-level', 'error'],
			...['--exclude-pattern', '{graphile_worker*,public}.*', '--date-parser', 'string'],
			...['--type-mapping', '{"int8":"number"}', '--type-only-imports'],
			...['--out-file', checking ? fresh : committed],
		],
		{ stdio: 'inherit' },
	);
	const same = !checking || readFileSync(fresh, 'utf8') === readFileSync(committed, 'utf8');
	rmSync(folder, { recursive: true });
	if (!same) {
		console.error(`${committed} is not what the migrations lead to: run "node scripts/schema.ts".`);
		process.exitCode = 1;
	}
});
