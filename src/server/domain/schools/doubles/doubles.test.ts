import { beforeEach, expect, test } from 'vitest';
import { affiliationsOf, stateAffiliation } from '#domain/people';
import { classesFor, makeClass } from '#domain/pupils';
import { projectsOfSchool } from '#domain/projects';
import { newId } from '#platform/ids';
import { compose } from '#platform/part';
import { system, visitor } from '#shared/actor';
import { allParts } from '../../../parts.ts';
import { anOpenProject } from '../../../../../tests/world/a-project.ts';
import { testDatabase } from '../../../../../tests/world/database.ts';
import { affiliations, member, officer, people, schools, teacher } from '../../../../../tests/world/index.ts';
import { must } from '../../../../../tests/world/must.ts';
import {
	enterSchool,
	entryToJoin,
	findSchools,
	joinedLately,
	joinSchools,
	partSchools,
	schoolFor,
	schoolsOfCountry,
} from '../index.ts';

const world = testDatabase();
beforeEach(() => compose(allParts));

const ribeira = schools.ribeira.id;
const rui = async () => world.as(await officer(world.as(system), 'rui'));
const day = 24 * 3600 * 1000;

/** The same school once more, as another register writes it. */
async function aDouble(country = 'PT'): Promise<string> {
	const id = newId();
	await enterSchool(world.as(system), {
		...{ id, country, name: 'Escola Básica da Ribeira', town: 'Porto', levels: ['primary'] as const },
		register: { scheme: 'another', code: id },
	});
	return id;
}

/** Where each thing that was at the Ribeira school stands now. */
async function standing() {
	const places = await affiliationsOf(world.as(system), people.ines.id);
	const classes = await classesFor(world.as(teacher('tiago')));
	return { place: places[0]?.school, classes: classes.map((one) => one.school) };
}

test('people, classes and projects are at the entry that stays, and the old address leads to it', async () => {
	const into = await aDouble();
	await anOpenProject(world);
	await makeClass(world.as(teacher('ines')), { school: ribeira, name: '4B', locale: 'en' });
	const desk = await rui();
	expect((await entryToJoin(desk, ribeira)).held).toEqual({ people: 2, classes: 1, projects: 1 });
	must(await joinSchools(desk, { double: ribeira, into }));
	expect(await standing()).toEqual({ place: into, classes: [into] });
	expect((await projectsOfSchool(world.as(visitor), { id: into })).projects).toHaveLength(1);
	expect((await schoolFor(world.as(visitor), ribeira)).id).toBe(into);
	const found = await findSchools(world.as(visitor), { country: 'PT', text: 'ribeira porto' });
	expect(found.map(({ id }) => id)).toEqual([into]);
	expect((await schoolsOfCountry(world.as(visitor), { country: 'PT' })).schools.map(({ id }) => id)).toEqual([
		into,
	]);
});

test('within thirty days everything goes back; what came since stays', async () => {
	const into = await aDouble();
	await makeClass(world.as(teacher('ines')), { school: ribeira, name: '4B', locale: 'en' });
	const desk = await rui();
	const { join } = must(await joinSchools(desk, { double: ribeira, into }));
	const later = await makeClass(world.as(teacher('ines')), { school: into, name: '5A', locale: 'en' });
	expect(await joinedLately(desk)).toMatchObject([{ id: join, undoneAt: undefined }]);
	must(await partSchools(desk, { join }));
	expect((await standing()).place).toBe(ribeira);
	const left = await world.db
		.selectFrom('pupils.class')
		.select(['id', 'school_id'])
		.where('school_id', '=', into)
		.execute();
	expect(left).toEqual([{ id: later.value, school_id: into }]);
	expect(await partSchools(desk, { join })).toMatchObject({ ok: false, reason: 'undone-before' });
});

test('after thirty days what was joined stays so', async () => {
	const desk = await rui();
	const { join } = must(await joinSchools(desk, { double: ribeira, into: await aDouble() }));
	const late = { ...desk, now: new Date(desk.now.getTime() + 31 * day) };
	expect(await partSchools(late, { join })).toMatchObject({ ok: false, reason: 'too-late' });
});

test('who stated both entries has one place afterwards, the validated one, and both again when it is undone', async () => {
	const into = await aDouble();
	must(await stateAffiliation(world.as(teacher('ines')), { school: into, role: 'teacher' }));
	const desk = await rui();
	// the validated place is at the entry that goes: it moves, and the other waits beside it
	const { join } = must(await joinSchools(desk, { double: ribeira, into }));
	expect((await affiliationsOf(desk, people.ines.id)).map(({ school }) => school)).toEqual([into, into]);
	must(await partSchools(desk, { join }));
	// the validated place is at the entry that stays: the stated one ends
	must(await joinSchools(desk, { double: into, into: ribeira }));
	expect(await affiliationsOf(desk, people.ines.id)).toMatchObject([
		{ id: affiliations.ines, school: ribeira, state: 'validated', isDefault: true },
	]);
});

test('where the school is written to and who was just joining go along, and back', async () => {
	const into = await aDouble();
	const desk = await rui();
	const mailbox = async (school: string, address: string) => {
		const id = newId();
		const entered = {
			source: 'officer',
			source_page: 'https://school.example',
			entered_by: desk.actor.office,
		};
		await world.db
			.insertInto('people.school_mailbox')
			.values({ id, school_id: school, address, locale: 'fr', entered_at: desk.now, ...entered })
			.execute();
		return id;
	};
	const [old, own] = [
		await mailbox(ribeira, 'old@school.example'),
		await mailbox(into, 'new@school.example'),
	];
	const joining = newId();
	await world.db
		.insertInto('people.joining')
		.values({
			...{ id: joining, email: 'new@teacher.example', name: 'Nova', locale: 'fr', country: 'PT' },
			...{ password: 'x', school_id: ribeira, role: 'teacher', asked_at: desk.now },
		})
		.execute();
	const at = async () => {
		const mailboxes = await world.db
			.selectFrom('people.school_mailbox')
			.select(['id', 'school_id'])
			.where('replaced_at', 'is', null)
			.where('id', 'in', [old, own])
			.orderBy('address')
			.execute();
		const { school_id } = await world.db
			.selectFrom('people.joining')
			.select('school_id')
			.where('id', '=', joining)
			.executeTakeFirstOrThrow();
		return { mailboxes, joining: school_id };
	};
	const { join } = must(await joinSchools(desk, { double: ribeira, into }));
	expect(await at()).toEqual({ mailboxes: [{ id: own, school_id: into }], joining: into });
	must(await partSchools(desk, { join }));
	expect(await at()).toEqual({
		mailboxes: [
			{ id: own, school_id: into },
			{ id: old, school_id: ribeira },
		],
		joining: ribeira,
	});
});

test('what stood for an entry stands for the one it was joined into, and back', async () => {
	const [one, two] = [await aDouble(), await aDouble()];
	const desk = await rui();
	must(await joinSchools(desk, { double: ribeira, into: one }));
	const { join } = must(await joinSchools(desk, { double: one, into: two }));
	expect((await schoolFor(desk, ribeira)).id).toBe(two);
	must(await partSchools(desk, { join }));
	expect((await schoolFor(desk, ribeira)).id).toBe(one);
});

test('entries of two countries, one entry twice, or one that nobody has confirmed cannot become one', async () => {
	const desk = await rui();
	const join = (double: string, into: string) => joinSchools(desk, { double, into });
	expect(await join(ribeira, ribeira)).toMatchObject({ reason: 'same-school' });
	expect(await join(ribeira, await aDouble('ES'))).toMatchObject({ reason: 'other-country' });
	const double = await aDouble();
	must(await join(ribeira, double));
	expect(await join(ribeira, double)).toMatchObject({ reason: 'same-school' });
});

test('officers of other countries, teachers and members join nothing and part nothing', async () => {
	const double = await aDouble();
	const claire = world.as(await officer(world.as(system), 'claire'));
	for (const ctx of [claire, world.as(teacher('ines')), world.as(member('marco'))]) {
		await expect(joinSchools(ctx, { double, into: ribeira })).rejects.toThrow('school.join');
	}
	const { join } = must(await joinSchools(await rui(), { double, into: ribeira }));
	await expect(partSchools(claire, { join })).rejects.toThrow('school-join');
});
