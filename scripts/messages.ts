/** `node scripts/messages.ts` writes the typed modules of all messages. */
import { rootFolder } from '#platform/catalogues';
import { generate } from './messages/generate.ts';

for (const file of generate(rootFolder())) console.log(`wrote ${file}`);
