// npm run dev: the platform with the dev server, which shows changes of the sources at once.
import { follow } from './follow.mjs';
import { install } from './install.mjs';

process.exit(await follow(await install(), 'scripts/dev.ts'));
