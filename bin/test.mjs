// npm test: everything from a bare clone, then every test, and the journeys that stand for all of them.
import { findBrowser } from './browser.mjs';
import { follow } from './follow.mjs';
import { install } from './install.mjs';

const node = await install();
process.env.CHROMIUM = findBrowser();
const code = await follow(node, 'node_modules/vitest/vitest.mjs', ['run', ...process.argv.slice(2)]);
if (code !== 0 || process.argv.length > 2) process.exit(code);
process.exit(await follow(node, 'scripts/journeys.ts', ['--with-every-test']));
