// npm run check, journeys, long, bench, routes, cli: one script of that name under the pinned Node.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, install, root } from './install.mjs';
import { follow } from './follow.mjs';

const [name = '', ...args] = process.argv.slice(2);
const script = name === 'cli' ? 'src/server/processes/cli.ts' : `scripts/${name}.ts`;
if (!/^[a-z]+$/.test(name) || !existsSync(join(root, script))) fail(`There is no command "${name}".`);
process.exit(await follow(await install(), script, args));
