// The installation's secret: made once, kept out of the database and its backups, and never used for two purposes.
import { hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Config } from './config.ts';

const shortest = 32;

/** Makes the secret of a new installation, readable by its account only. */
export function makeSecret(config: Config): void {
	if (existsSync(config.secretFile)) return;
	mkdirSync(dirname(config.secretFile), { recursive: true });
	writeFileSync(config.secretFile, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
	chmodSync(config.secretFile, 0o600);
}

/** A key for one purpose, derived from the secret; says how to mend a secret that is missing, short or open to others. */
export function keyFor(config: Config, purpose: string): string {
	return Buffer.from(hkdfSync('sha256', readSecret(config), '', purpose, 32)).toString('base64url');
}

function readSecret(config: Config): string {
	const file = config.secretFile;
	if (!existsSync(file))
		throw new Error(`The secret ${file} is missing. "npm start" makes one for a new installation.`);
	// A file elsewhere is mounted by a container engine that has its own ways of closing it.
	if (dirname(file) === config.dataFolder && (statSync(file).mode & 0o077) !== 0)
		throw new Error(
			`The secret ${file} can be read by other accounts of this machine. Close it: chmod 600 ${file}`,
		);
	const secret = readFileSync(file, 'utf8').trim();
	if (secret.length < shortest)
		throw new Error(`The secret ${file} is too short: it needs at least ${shortest} random characters.`);
	return secret;
}
