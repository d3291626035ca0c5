import { beforeAll, expect, test } from 'vitest';
import {
	actorOfRequest,
	changeProfile,
	personCards,
	profileFor,
	signIn,
	validatedAffiliations,
} from '#domain/people';
import { NotFound } from '#platform/errors';
import { compose } from '#platform/part';
import { system, visitor } from '#shared/actor';
import { allParts } from '../../parts.ts';
import { people as part } from './part.ts';
import { testDatabase } from '../../../../tests/world/database.ts';
import { people, schools, teacher } from '../../../../tests/world/index.ts';
import {
	join,
	newTeacher,
	passPhrase,
	signedIn,
	withLogin,
	here,
} from '../../../../tests/world/signing-in.ts';

const database = testDatabase();
beforeAll(() => compose(allParts));
const { exportFor, erase, unite, separate } = part.privacy;
const ines = people.ines.id;

test('an export holds what was written, and no password or token', async () => {
	const ctx = database.as(system);
	const { email } = await withLogin(ctx, 'ines');
	const headers = await signedIn(ctx, email);
	const found = JSON.stringify(await exportFor?.(ctx, ines));
	for (const own of [people.ines.name, email, schools.ribeira.id, people.ines.about])
		expect(found).toContain(own);
	const token = decodeURIComponent(headers.get('cookie')?.split('=')[1] ?? '').split('.')[0] ?? '';
	const credential = await database.db
		.selectFrom('people.credential')
		.select('password')
		.executeTakeFirstOrThrow();
	for (const secret of [token, credential.password ?? '']) expect(found).not.toContain(secret);
});

test('an erased person signs in nowhere, is found by nobody and leaves no name or address behind', async () => {
	const ctx = database.as(system);
	const { email } = await withLogin(ctx, 'ines');
	const headers = await signedIn(ctx, email);
	await changeProfile(database.as(teacher('ines')), {
		...{
			available: true,
			wantsToFound: true,
			wishes: '',
			hidden: [],
			languages: [],
			subjects: [],
			agesFrom: undefined,
			agesTo: undefined,
		},
		...{ about: 'canary of Inês', aboutLocale: 'en' },
	});
	await erase?.(ctx, ines);
	expect(await actorOfRequest(ctx, headers)).toEqual(visitor);
	expect((await signIn(database.as(visitor), { email, password: passPhrase, ...here })).ok).toBe(false);
	await expect(profileFor(database.as(teacher('freja')), ines)).rejects.toThrow(NotFound);
	expect((await personCards(ctx, [ines])).get(ines)?.name).toBe('');
	expect(await traces([people.ines.name, email, 'canary of Inês'])).toEqual([]);
});

/** Tables of ours in which one of the texts still stands. */
async function traces(texts: readonly string[]): Promise<string[]> {
	const { db } = database;
	const tables = [
		'people.login',
		'people.person',
		'people.profile',
		'people.joining',
		'people.link',
		'people.credential',
	] as const;
	const found: string[] = [];
	for (const table of tables) {
		const rows = JSON.stringify(await db.selectFrom(table).selectAll().execute());
		if (texts.some((text) => rows.includes(text))) found.push(table);
	}
	return found;
}

test('two accounts become one, and apart again', async () => {
	const ctx = database.as(system);
	const journal = await unite?.(ctx, ines, people.freja.id);
	const schoolsOf = async (person: string) =>
		(await validatedAffiliations(ctx, person)).map(({ school }) => school).sort();
	expect(await schoolsOf(people.freja.id)).toEqual([schools.ribeira.id, schools.skovbakke.id]);
	await separate?.(ctx, journal as never);
	expect(await schoolsOf(ines)).toEqual([schools.ribeira.id]);
	expect(await schoolsOf(people.freja.id)).toEqual([schools.skovbakke.id]);
});

test('what is over is forgotten by the hourly job, and running it twice changes nothing', async () => {
	const ctx = database.as(system);
	const { email } = await withLogin(ctx, 'ines');
	await signedIn(ctx, email);
	await join(ctx, { email: newTeacher.email });
	const forget = part.jobs?.['forget-the-past'];
	const count = async () => {
		const rows = [
			await database.db.selectFrom('people.session').select('id').execute(),
			await database.db.selectFrom('people.joining').select('id').execute(),
			await database.db.selectFrom('people.link').select('id').execute(),
		];
		return rows.map((table) => table.length);
	};
	const after = (days: number) => ({ ...ctx, now: new Date(ctx.now.getTime() + days * 24 * 3_600_000) });
	await forget?.(ctx, undefined as never);
	expect(await count()).toEqual([1, 1, 1]);
	await forget?.(after(1), undefined as never);
	expect(await count()).toEqual([0, 1, 1]);
	await forget?.(after(31), undefined as never);
	await forget?.(after(31), undefined as never);
	expect(await count()).toEqual([0, 0, 0]);
});
