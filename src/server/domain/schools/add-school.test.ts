import { beforeEach, expect, test } from 'vitest';
import { chainsFor, coverageAsks, grantStep, refuseStep } from '#domain/support';
import { newId } from '#platform/ids';
import { compose } from '#platform/part';
import { system, visitor, type Actor } from '#shared/actor';
import { allParts } from '../../parts.ts';
import { testDatabase } from '../../../../tests/world/database.ts';
import { member, officer, teacher } from '../../../../tests/world/index.ts';
import {
	addSchool,
	additionsADay,
	correctSchool,
	findSchools,
	schoolCards,
	schoolFor,
	type AddSchool,
} from './index.ts';

const world = testDatabase();
const marco = () => world.as(member('marco'));
const farfalla: AddSchool = {
	country: 'IT',
	name: '  Scuola  “La Farfalla” ',
	town: 'Rimini',
	website: 'www.farfalla.example.org',
	levels: ['primary'],
};

beforeEach(() => compose(allParts));

async function added(input: AddSchool = farfalla): Promise<string> {
	const outcome = await addSchool(marco(), input);
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome.value.school;
}

async function stepOf(school: string): Promise<string> {
	const chain = (await chainsFor(marco(), 'school', [school])).get(school);
	return chain?.steps.at(-1)?.id ?? '';
}

async function anna() {
	return world.as(await officer(world.as(system), 'anna'));
}

test('an added school is found by its creator and nobody else', async () => {
	const school = await added();
	const find = (actor: Actor) => findSchools(world.as(actor), { country: 'IT', text: 'farfala rimini' });
	expect((await find(member('marco'))).map((hit) => [hit.id, hit.name, hit.known])).toEqual([
		[school, 'Scuola "La Farfalla"', false],
	]);
	expect(await find(teacher('ines'))).toEqual([]);
	await expect(schoolFor(world.as(teacher('ines')), school)).rejects.toThrow('school');
	await expect(schoolFor(world.as(visitor), school)).rejects.toThrow('school');
	expect(await schoolCards(world.as(teacher('ines')), [school])).toEqual(new Map());
	expect(await schoolFor(marco(), school)).toMatchObject({
		ownAddition: true,
		known: false,
		website: 'http://www.farfalla.example.org/',
		levels: ['primary'],
	});
});

test('once an officer has confirmed it everybody finds it', async () => {
	const school = await added();
	expect((await chainsFor(marco(), 'school', [school])).get(school)?.state).toBe('running');
	expect(await grantStep(await anna(), { step: await stepOf(school) })).toMatchObject({ ok: true });
	expect(await schoolFor(world.as(visitor), school)).toMatchObject({ known: true, ownAddition: false });
	const hits = await findSchools(world.as(teacher('ines')), { country: 'IT', text: 'La Farfalla' });
	expect(hits.map((hit) => hit.id)).toEqual([school]);
});

test('a refused school is corrected in a new round, by its creator only', async () => {
	const school = await added();
	await refuseStep(await anna(), {
		step: await stepOf(school),
		reason: 'wrong-details',
		words: 'Rimini has two.',
	});
	const corrected = { ...farfalla, name: 'Scuola primaria La Farfalla', school, note: 'The full name.' };
	await expect(correctSchool(world.as(teacher('ines')), corrected)).rejects.toThrow('school');
	expect(await correctSchool(marco(), corrected)).toEqual({ ok: true, value: undefined });
	const chain = (await chainsFor(marco(), 'school', [school])).get(school);
	expect([chain?.state, chain?.round]).toEqual(['running', 2]);
	expect((await schoolFor(marco(), school)).name).toBe('Scuola primaria La Farfalla');
	expect((await findSchools(marco(), { country: 'IT', text: 'primaria farfalla' }))[0]?.id).toBe(school);
});

test('a school that is known already is not added again', async () => {
	const again = { country: 'PT', name: 'ESCOLA BASICA DA RIBEIRA', town: 'porto' };
	expect(await addSchool(marco(), again)).toEqual({ ok: false, reason: 'exists-already', field: 'name' });
	await added();
	expect(await addSchool(marco(), farfalla)).toMatchObject({ ok: false, reason: 'exists-already' });
	// nobody learns of a school that only its creator may see
	expect(await addSchool(world.as(teacher('ines')), farfalla)).toMatchObject({ ok: true });
});

test('what cannot be right is refused and nothing is written', async () => {
	expect(await addSchool(marco(), { ...farfalla, country: 'US' })).toMatchObject({
		reason: 'country-not-active',
	});
	expect(await addSchool(marco(), { ...farfalla, website: 'no website' })).toMatchObject({
		reason: 'website-unreadable',
		field: 'website',
	});
	expect(await world.db.selectFrom('schools.addition').selectAll().execute()).toEqual([]);
});

test('a day’s additions have an end', async () => {
	for (let turn = 0; turn < additionsADay; turn++) await added({ ...farfalla, name: `Farfalla ${turn}` });
	expect(await addSchool(marco(), farfalla)).toMatchObject({ reason: 'too-many-today' });
	const tomorrow = new Date(marco().now.getTime() + 25 * 3600 * 1000);
	expect(await addSchool(world.as(member('marco'), { now: tomorrow }), farfalla)).toMatchObject({ ok: true });
});

test('visitors and officers add nothing', async () => {
	await expect(addSchool(world.as(visitor), farfalla)).rejects.toThrow('school.add');
	await expect(addSchool(await anna(), farfalla)).rejects.toThrow('school.add');
});

test('where a country has several desks, the school that says its language goes to the right one', async () => {
	const flemish = newId();
	await world.db
		.insertInto('support.organisation')
		.values({ id: flemish, kind: 'national', country: 'BE', locale: 'nl', time_zone: 'Europe/Brussels' })
		.execute();
	await world.db
		.insertInto('support.coverage')
		.values({ id: newId(), organisation_id: flemish, country: 'BE', language: 'nl' })
		.execute();
	expect(await coverageAsks(marco(), 'BE')).toEqual({ languages: ['nl'], regions: [] });
	const deskOf = async (language?: string) => {
		const input = {
			country: 'BE',
			name: `School ${language ?? 'x'}`,
			town: 'Gent',
			...(language && { language }),
		};
		const outcome = await addSchool(marco(), input);
		if (!outcome.ok) throw new Error(outcome.reason);
		const chain = (await chainsFor(marco(), 'school', [outcome.value.school])).get(outcome.value.school);
		return chain?.steps[0]?.organisation.id;
	};
	expect(await deskOf('nl')).toBe(flemish);
	expect(await deskOf()).not.toBe(flemish);
});
