// npm test: everything from a bare clone, then every test, with the journeys that stand for all of them.
import { findBrowser } from './browser.mjs';
import { follow } from './follow.mjs';
import { install } from './install.mjs';

const node = await install();
process.env.CHROMIUM = findBrowser();
process.exit(await follow(node, 'node_modules/vitest/vitest.mjs', ['run', ...process.argv.slice(2)]));
