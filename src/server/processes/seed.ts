/** What an empty installation begins with: the demo world in a trial, a one-time link for the first officer otherwise. */
import { randomInt } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { giveApp, makeLogin, makeSetUpLink as makeLink, newAppSecret } from '#domain/people';
import { now } from '#platform/clock';
import { databaseOf, type Config } from '#platform/config';
import type { Context } from '#platform/context';
import { createDatabase, inTransaction } from '#platform/database';
import { createLogger } from '#platform/log';
import { compose } from '#platform/part';
import { system, type PersonId } from '#shared/actor';
import { isLocale } from '#shared/locales';
import { buildWorld, people, type PersonName } from '../../../tests/world/index.ts';
import { addDemoDeskWork, secondAccount } from '../../../tests/world/demo-desk-work.ts';
import { addDemoLabels } from '../../../tests/world/demo-labels.ts';
import { addDemoModerator, demoModerator } from '../../../tests/world/demo-moderator.ts';
import { addDemoNewcomers } from '../../../tests/world/demo-newcomers.ts';
import { addDemoProjects } from '../../../tests/world/demo-projects.ts';
import { addDemoTwinSpaces } from '../../../tests/world/demo-twinspaces.ts';
import { allParts } from '../parts.ts';

type DemoAccount = {
	readonly role: string;
	readonly name: string;
	readonly email?: string;
	readonly alias?: string;
	readonly password?: string;
	readonly code?: string;
	readonly app?: string;
	readonly country: string;
};

/** Fills an empty database with the demo world and writes the accounts beside it; does nothing where people are. */
export async function seedDemo(config: Config): Promise<void> {
	await withContext(config, async (ctx) => {
		if (await hasPeople(ctx)) return;
		// all or nothing: a first start that is killed half way must find an empty database at the next
		await inTransaction(ctx, async (inside) => {
			await buildWorld(inside);
			const projects = await addDemoProjects(inside);
			const cards = await addDemoTwinSpaces(inside, projects);
			await addDemoLabels(inside, projects);
			await addDemoNewcomers(inside);
			const second = newPassphrase();
			await addDemoDeskWork(inside, second);
			const pupils = cards.map((card) => ({ role: 'pupil', name: card.alias, ...card }));
			const adults = [...(await makeLogins(inside)), secondAccountWith(second), await makeModerator(inside)];
			const accounts: DemoAccount[] = [...adults, ...pupils];
			await writeFile(join(config.dataFolder, 'demo-accounts.json'), JSON.stringify(accounts, null, '\t'), {
				mode: 0o600,
			});
		});
	});
}

/** The link that makes the first central officer, printed at each start until somebody has an account. */
export async function makeSetUpLink(config: Config): Promise<string | undefined> {
	return withContext(config, makeLink);
}

async function withContext<T>(config: Config, work: (ctx: Context) => Promise<T>): Promise<T> {
	compose(allParts);
	const log = createLogger('cli');
	const db = createDatabase({ connection: databaseOf(config), log, connections: 4 });
	try {
		return await work({ db, actor: system, now: now(), locale: 'en', log });
	} finally {
		await db.destroy();
	}
}

async function hasPeople(ctx: Context): Promise<boolean> {
	const person = await ctx.db.selectFrom('people.person').select('id').limit(1).executeTakeFirst();
	return person !== undefined;
}

async function makeLogins(ctx: Context): Promise<DemoAccount[]> {
	const accounts: DemoAccount[] = [];
	for (const key of Object.keys(people) as PersonName[]) {
		const person = people[key];
		const email = `${key}@example.org`;
		const password = newPassphrase();
		const locale = isLocale(person.locale) ? person.locale : 'en';
		await makeLogin(ctx, { person: { ...person, locale }, email, password });
		const account = { role: roleOf(key), name: person.name, email, password, country: person.country };
		accounts.push('office' in person ? { ...account, app: await withApp(ctx, person.id) } : account);
	}
	return accounts;
}

/** A teacher who joined twice: whoever tries the demo can make one account of two. */
function secondAccountWith(password: string): DemoAccount {
	const { name, email, person } = secondAccount;
	return { role: 'member', name, email, password, country: person.country };
}

async function makeModerator(ctx: Context): Promise<DemoAccount> {
	const password = newPassphrase();
	const person = await addDemoModerator(ctx, password);
	return { role: 'moderator', ...demoModerator, password, app: await withApp(ctx, person) };
}

/** No desk opens without a second factor. */
async function withApp(ctx: Context, person: PersonId): Promise<string> {
	const secret = newAppSecret();
	await giveApp(ctx, person, secret);
	return secret;
}

function roleOf(name: PersonName): string {
	const person = people[name];
	if ('office' in person) return person.office === 'central' ? 'central officer' : 'officer';
	return person.validated ? 'teacher' : 'member';
}

const words =
	'amber birch cedar delta ember fjord grove harbour inlet juniper kettle lagoon maple nectar orchard pepper quartz ripple saffron timber umber velvet willow zephyr'.split(
		' ',
	);

/** Four words and a number: long enough for adults, easy to copy from a screen. */
function newPassphrase(): string {
	const drawn = Array.from({ length: 4 }, () => words[randomInt(words.length)]);
	return `${drawn.join('-')}-${randomInt(100, 1000)}`;
}
