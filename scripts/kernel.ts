/** Writes the bytes of the search index's kernel from its text: `node_modules/.bin/node scripts/kernel.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import wabt from 'wabt';

const folder = join(import.meta.dirname, '../src/server/platform/search-index');

/** The bytes of kernel.wat. */
export async function assembleKernel(): Promise<Buffer> {
	const tools = await wabt();
	const module = tools.parseWat('kernel.wat', readFileSync(join(folder, 'kernel.wat'), 'utf8'));
	module.validate();
	return Buffer.from(module.toBinary({}).buffer);
}

if (import.meta.main) {
	const bytes = (await assembleKernel()).toString('base64');
	writeFileSync(
		join(folder, 'kernel-bytes.ts'),
		`/** Made from kernel.wat by scripts/kernel.ts: never change it by hand. */\nexport const kernelBytes =\n\t'${bytes}';\n`,
	);
}
