/** The source files in which messages may be used. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folders = ['src', 'tests/world', 'scripts', 'bench'];

/** All code that may name a message; generated modules and tests do not count as use. */
export function sourceFiles(root: string): { path: string; code: string }[] {
	return folders
		.flatMap((folder) => pathsIn(root, folder))
		.filter((path) => /\.(ts|svelte)$/.test(path) && !/\.test\.ts$/.test(path))
		.filter((path) => !path.startsWith('src/messages/') && !path.startsWith('scripts/messages'))
		.map((path) => ({ path, code: readFileSync(join(root, path), 'utf8') }));
}

function pathsIn(root: string, folder: string): string[] {
	try {
		return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
	} catch {
		return [];
	}
}
