// npm run long -- NAME: what takes longer than npm test may; each script says what it found in its last line.
import { existsSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';

const folder = join(import.meta.dirname, 'long');
const name = process.argv[2] ?? '';
const file = join(folder, `${name}.ts`);
if (/^[a-z-]+$/.test(name) && existsSync(file)) {
	await import(file);
} else {
	const names = globSync('*.ts', { cwd: folder }).map((found) => basename(found, '.ts'));
	console.error(`There is no "${name}". Choose one of: ${names.sort().join(', ')}.`);
	process.exitCode = 1;
}
