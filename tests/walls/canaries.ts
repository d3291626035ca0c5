// Aliases of pupils as canaries: they sing in their TwinSpaces and for the teachers of their school, and nowhere else.
import { writeFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { exportPerson } from '#domain/privacy';
import { access } from '../../src/access.ts';
import { coWriter } from '../world/co-writer.ts';
import type { RunningPlatform } from '../world/running-platform.ts';
import { kindOf, roles, type Role } from './cast.ts';
import { secretsIn, type Ground, type Planted, type Secret } from './secrets.ts';
import type { Stage } from './stage.ts';

/** What tells of a pupil: the aliases, and what opens their door. */
const canaries: ReadonlySet<Secret> = new Set([
	'alias in the space',
	'alias of the partner school',
	'alias outside the space',
	'code of a card',
]);

export type Search = { readonly searched: number; readonly leaks: readonly string[] };
type Owed = (secret: Secret, role: Role, ground: Ground) => boolean;

/** True when one of these tells of a pupil. */
export function aliasesIn(found: readonly Planted[]): boolean {
	return found.some(({ secret }) => canaries.has(secret));
}

/** Every letter that was written, sent or not, and every notice: no pupil is named to anybody. */
export async function searchLetters({ db }: RunningPlatform, stage: Stage): Promise<Search> {
	const letters = await sql<{ text: string }>`
		select mail::text as text from platform.mail as mail
		union all select notice::text from notices.notice as notice`.execute(db);
	return searchAll(
		stage,
		letters.rows.map(({ text }) => ['a letter or notice', text] as const),
	);
}

/** What each person takes along about themself names no pupil. */
export async function searchExports(platform: RunningPlatform, stage: Stage): Promise<Search> {
	const people = await platform.db.selectFrom('people.person').select('id').execute();
	const ctx = platform.as({ kind: 'system' }, { now: new Date() });
	const texts: (readonly [string, string])[] = [];
	for (const { id } of people)
		texts.push([`the export of ${id}`, JSON.stringify(await exportPerson(ctx, id))]);
	return searchAll(stage, texts);
}

/**
 * Listens where answers have no end, while a pupil writes in a page: at the sockets of both grounds and at the stream
 * of news, as everybody. Who is owed an alias may hear it.
 */
export async function searchLines(platform: RunningPlatform, stage: Stage, isOwed: Owed): Promise<Search> {
	const { url } = platform;
	const helper = coWriter(url, stage.cast['pupil-helper'].cookie(), stage.places.here.page);
	await helper.until(() => helper.state().line === 'open');
	helper.newLine();
	const listened = await Promise.all(roles.map((role) => listen(platform, stage, role, helper.write)));
	helper.leave();
	const leaks = listened.flatMap(({ role, heard }) =>
		secretsIn(heard.join('\n'), stage.planted)
			.filter(({ ground, secret }) => canaries.has(secret) && !isOwed(secret, role, ground))
			.map(({ ground, secret }) => `${role} heard "${ground}: ${secret}" on a line`),
	);
	return { searched: listened.reduce((sum, { heard }) => sum + heard.length, 0), leaks };
}

/** Says what was searched, for whoever asked with `npm run long -- canaries`. */
export async function tellCanaries(told: Readonly<Record<string, number>>): Promise<void> {
	const report = process.env['CANARIES'];
	if (report) await writeFile(report, JSON.stringify(told));
}

async function listen(
	{ url }: RunningPlatform,
	stage: Stage,
	role: Role,
	write: (words: string) => void,
): Promise<{ role: Role; heard: string[] }> {
	const heard: string[] = [];
	const cookie = stage.cast[role].cookie();
	const lines = (['here', 'there'] as const).map((ground) =>
		coWriter(url, cookie, stage.places[ground].page, (message) => heard.push(message)),
	);
	const news = new AbortController();
	if (access['/[lang]/notices/stream']?.['GET']?.includes(kindOf(role))) {
		const stream = await fetch(`${url}/en/notices/stream`, { headers: { cookie }, signal: news.signal });
		void readOn(stream, heard);
	}
	await pause(700);
	write(` ${role}`);
	await pause(700);
	news.abort();
	for (const line of lines) line.leave();
	return { role, heard };
}

async function readOn({ body }: Response, heard: string[]): Promise<void> {
	try {
		for await (const piece of body ?? []) heard.push(new TextDecoder().decode(piece as Uint8Array));
	} catch {
		// the listener went away, as it was told to
	}
}

function pause(milliseconds: number): Promise<void> {
	return new Promise((done) => setTimeout(done, milliseconds));
}

function searchAll({ planted }: Stage, texts: readonly (readonly [what: string, text: string])[]): Search {
	const leaks = texts.flatMap(([what, text]) =>
		secretsIn(text, planted)
			.filter((found) => aliasesIn([found]))
			.map(({ ground, secret }) => `${what} tells "${ground}: ${secret}"`),
	);
	return { searched: texts.length, leaks };
}
