/**
 * `node scripts/messages.ts` writes the typed modules of all messages; with `check` it only judges, with
 * `tidy` it brings the message files into shape.
 */
import { rootFolder } from '#platform/catalogues';
import { findings } from './messages/check.ts';
import { generate } from './messages/generate.ts';
import { tidy } from './messages/tidy.ts';

const root = rootFolder();
const [task] = process.argv.slice(2);

if (task === 'check') {
	const found = findings(root);
	for (const finding of found) console.log(finding);
	process.exitCode = found.length > 0 ? 1 : 0;
} else {
	const written = task === 'tidy' ? tidy(root) : generate(root);
	for (const file of written) console.log(`wrote ${file}`);
}
