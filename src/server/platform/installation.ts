/** What sets this installation apart: how it runs, and the secret that only it knows. Read once in each process. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readConfig, type AnswerMail, type Config, type Mode, type Operator } from './config.ts';

export type Installation = {
	readonly mode: Mode;
	readonly publicUrl: URL;
	readonly dataFolder: string;
	readonly operator: Operator;
	readonly answerMail: AnswerMail | undefined;
	/** Where the virus scanner listens; none: files are not scanned. */
	readonly clamd: URL | undefined;
	/** Keys everything that must be worthless outside: cookies, short codes, hashes of guessable things. */
	readonly secret: string;
};

let known: Installation | undefined;

/** This installation; the secret is made at the first call where there is none yet. */
export function installation(): Installation {
	known ??= installationOf(readConfig());
	return known;
}

function installationOf(config: Config): Installation {
	const { mode, publicUrl, dataFolder, operator, answerMail, clamd } = config;
	return { mode, publicUrl, dataFolder, operator, answerMail, clamd, secret: secretIn(config.secretFile) };
}

/** Web and worker may both be the first: whoever comes second reads what the first wrote. */
function secretIn(file: string): string {
	mkdirSync(dirname(file), { recursive: true });
	try {
		writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, {
			flag: 'wx',
			mode: 0o600,
			flush: true,
		});
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
	}
	const secret = readFileSync(file, 'utf8').trim();
	if (secret.length < 32)
		throw new Error(`The secret in ${file} is too short: it needs 32 random characters or more.`);
	return secret;
}
