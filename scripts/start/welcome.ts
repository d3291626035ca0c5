// The last words of a start: where the platform is, and how to sign in.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../src/server/platform/config.ts';

/** One line of `<data>/demo-accounts.json`. */
interface DemoAccount {
	readonly role: string;
	readonly name: string;
	readonly country: string;
	/** E-mail and password of an adult. */
	readonly email?: string;
	readonly password?: string;
	/** The code on a pupil's card. */
	readonly code?: string;
}

/** The words for a platform that has just become ready. */
export function welcome(config: Config, setUpLink: string | undefined): string {
	const lines = ['', `OpenTwinning is ready: ${config.publicUrl.origin}`, ''];
	if (setUpLink !== undefined)
		lines.push(
			'Nobody has an office yet. Open this link within one hour to make the first central officer:',
			setUpLink,
			'',
		);
	if (config.mode === 'production' && config.operator.mail === undefined)
		lines.push(
			'The pages on privacy, accessibility and conduct name nobody to write to: set OPERATOR_NAME and OPERATOR_MAIL.',
			'',
		);
	lines.push(...demoLines(config), 'Stop with Ctrl-C.');
	return lines.join('\n');
}

function demoLines(config: Config): string[] {
	const file = join(config.dataFolder, 'demo-accounts.json');
	if (config.mode !== 'trial' || !existsSync(file)) return [];
	const accounts = JSON.parse(readFileSync(file, 'utf8')) as DemoAccount[];
	const rows = accounts.map((account) => [
		account.role,
		account.name,
		account.country,
		// a pupil comes in by another door
		account.email ?? '/pupil',
		account.password ?? account.code ?? '',
	]);
	return ['Sign in with one of these (the demo world, made for this data folder):', ...inColumns(rows), ''];
}

function inColumns(rows: readonly (readonly string[])[]): string[] {
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	return rows.map((row) =>
		`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
	);
}
