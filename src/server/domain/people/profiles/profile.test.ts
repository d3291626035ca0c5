import { beforeAll, expect, test } from 'vitest';
import {
	changeProfile,
	missingIn,
	ownProfile,
	personCards,
	previewOfChange,
	profileFor,
	profileForm,
	profileOfForm,
	visiblePeople,
} from '#domain/people';
import { Forbidden, NotFound } from '#platform/errors';
import { compose } from '#platform/part';
import { visitor, type Actor } from '#shared/actor';
import { allParts } from '../../../parts.ts';
import { testDatabase } from '../../../../../tests/world/database.ts';
import { member, officer, people, schools, teacher } from '../../../../../tests/world/index.ts';

const database = testDatabase();
beforeAll(() => compose(allParts));

const filled = {
	available: false,
	wantsToFound: true,
	wishes: 'Letters and a song.',
	hidden: [],
	languages: [
		{ language: 'pt', level: 'native' },
		{ language: 'en', level: 'B2' },
	],
	subjects: ['music'],
	agesFrom: 8,
	agesTo: 10,
	about: 'A choir.',
	aboutLocale: 'en',
} as const;

test('a teacher writes a profile and reads it again as it was written', async () => {
	const ines = database.as(teacher('ines'));
	expect((await changeProfile(ines, filled)).ok).toBe(true);
	expect(await ownProfile(ines)).toMatchObject({ ...filled, person: people.ines.id });
	expect(missingIn(await ownProfile(ines))).toEqual([]);
});

test('what is being changed is shown as others would see it, and nothing is saved', async () => {
	const ines = database.as(teacher('ines'));
	const before = await ownProfile(ines);
	const outcome = await previewOfChange(ines, { ...filled, hidden: ['about'] });
	expect(outcome).toMatchObject({
		value: {
			card: { id: people.ines.id },
			profile: { subjects: ['music'], wishes: filled.wishes, about: '' },
		},
	});
	expect(await ownProfile(ines)).toEqual(before);
	expect(await previewOfChange(ines, { ...filled, agesFrom: 12 })).toMatchObject({
		reason: 'ages-backwards',
	});
});

test('what is taken out is gone', async () => {
	const ines = database.as(teacher('ines'));
	await changeProfile(ines, {
		...filled,
		languages: [],
		subjects: [],
		about: '',
		agesFrom: undefined,
		agesTo: undefined,
	});
	expect(missingIn(await ownProfile(ines))).toEqual(['languages', 'subjects', 'ages', 'about']);
});

test('ages that run backwards and a language that stands there twice are refused', async () => {
	const ines = database.as(teacher('ines'));
	expect(await changeProfile(ines, { ...filled, agesFrom: 12 })).toMatchObject({ reason: 'ages-backwards' });
	const twice = [
		{ language: 'en', level: 'B1' },
		{ language: 'en', level: 'C1' },
	] as const;
	expect(await changeProfile(ines, { ...filled, languages: twice })).toMatchObject({
		reason: 'language-twice',
	});
});

test('rows of the form belong together; empty rows and unknown codes are left out', () => {
	const form = profileForm.parse({ language: ['pt', '', 'en', 'xx'], level: ['native', 'B1', '', 'C1'] });
	expect(profileOfForm(form).languages).toEqual([
		{ language: 'pt', level: 'native' },
		{ language: 'en', level: 'B1' },
	]);
});

test('validated teachers see each other; who is not validated sees only themself', async () => {
	const seen = async (actor: Actor, person: string) =>
		profileFor(database.as(actor), person).then(
			({ own }) => (own ? 'own' : 'yes'),
			(error: unknown) =>
				error instanceof NotFound ? 'not there' : error instanceof Forbidden ? 'not allowed' : 'broken',
		);
	const { ines, freja, marco } = people;
	const rui = await officer(database.as(visitor), 'rui');
	expect(await seen(teacher('ines'), freja.id)).toBe('yes');
	expect(await seen(teacher('ines'), marco.id)).toBe('not there');
	expect(await seen(teacher('ines'), ines.id)).toBe('own');
	expect(await seen(member('marco'), marco.id)).toBe('own');
	expect(await seen(member('marco'), ines.id)).toBe('not there');
	expect(await seen(rui, ines.id)).toBe('not there');
	expect(await seen(visitor, ines.id)).toBe('not there');
	expect(await seen(teacher('ines'), 'no-id')).toBe('not there');
});

test('the fragment finds exactly those whose page opens', async () => {
	for (const actor of [teacher('ines'), member('marco'), visitor]) {
		const ctx = database.as(actor);
		const found = await ctx.db
			.selectFrom('people.person as person')
			.select('person.id')
			.where(({ ref }) => visiblePeople(actor, ref('person.id')))
			.execute();
		const ids = new Set(found.map(({ id }) => id));
		for (const { id } of Object.values(people)) {
			const opens = await profileFor(ctx, id).then(
				() => true,
				() => false,
			);
			expect([id, ids.has(id)]).toEqual([id, opens]);
		}
	}
});

test('a card names the person, the country and the school', async () => {
	const cards = await personCards(database.as(visitor), [people.ines.id, people.rui.id]);
	expect(cards.get(people.ines.id)).toMatchObject({
		name: people.ines.name,
		country: 'PT',
		school: { name: schools.ribeira.name, town: 'Porto' },
	});
	expect(cards.get(people.rui.id)).toMatchObject({ school: null });
});
