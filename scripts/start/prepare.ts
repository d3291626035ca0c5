// Brings the database to the newest schema and an empty installation to its first content; runs as a child of its own.
import { databaseOf, readConfig, type Config } from '../../src/server/platform/config.ts';
import { migrate } from '../../src/server/platform/migrations.ts';
import * as firstContent from '../../src/server/processes/seed.ts';

/** What an empty installation begins with; both do nothing where there is content. */
interface FirstContent {
	/** Trial: fills the demo world and writes the demo accounts. */
	readonly seedDemo: (config: Config) => Promise<void>;
	/** Production: the one-time link that makes the first central officer. */
	readonly makeSetUpLink?: (config: Config) => Promise<string | undefined>;
}

const config = readConfig();
await migrate(databaseOf(config));
const { seedDemo, makeSetUpLink }: FirstContent = firstContent;
if (config.mode === 'trial') await seedDemo(config);
else process.send?.({ setUpLink: await makeSetUpLink?.(config) });
process.exit();
