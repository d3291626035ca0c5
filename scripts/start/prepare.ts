// Brings the database to the newest schema and an empty installation to its first content; runs as a child of its own.
import { databaseOf, readConfig } from '../../src/server/platform/config.ts';
import { migrate } from '../../src/server/platform/migrations.ts';
import { makeSetUpLink, seedDemo } from '../../src/server/processes/seed.ts';

const config = readConfig();
await migrate(databaseOf(config));
if (config.mode === 'trial') await seedDemo(config);
else process.send?.({ setUpLink: await makeSetUpLink(config) });
process.exit();
