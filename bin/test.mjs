// npm test: everything from a bare clone, then every test and the journeys in a real browser.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { follow } from './follow.mjs';
import { install, root } from './install.mjs';

const node = await install();
process.env.CHROMIUM = findBrowser();
const code = await follow(node, 'node_modules/vitest/vitest.mjs', ['run', ...process.argv.slice(2)]);
const journeys = 'scripts/journeys.ts';
if (code !== 0 || process.argv.length > 2 || !existsSync(join(root, journeys))) process.exit(code);
process.exit(await follow(node, journeys));
