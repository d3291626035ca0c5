import { describe, expect, test } from 'vitest';
import { foundProject } from '#domain/projects';
import { once } from '#platform/forms';
import { compose } from '#platform/part';
import { visitor } from '#shared/actor';
import { ownDatabase, testDatabase } from '../../../../tests/world/database.ts';
import { worldNow } from '../../../../tests/world/fill-world.ts';
import { member, officer, people, teacher } from '../../../../tests/world/index.ts';
import { allParts } from '../../parts.ts';

compose(allParts);
const input = { kind: 'european', title: 'Two rivers' } as const;

describe('a teacher starts a project', () => {
	const world = testDatabase();

	test('a validated teacher has a draft at once, under an address of her title', async () => {
		const founded = await foundProject(world.as(teacher('ines')), input);
		expect(founded).toEqual({
			ok: true,
			value: { address: expect.stringMatching(/^two-rivers-[0-9a-z]{8}$/) },
		});
	});

	test('nobody else has', async () => {
		const others = [visitor, member('marco'), await officer(world.as({ kind: 'system' }), 'rui')];
		for (const actor of others)
			await expect(foundProject(world.as(actor), input)).rejects.toThrow('projects.found');
	});

	test('a teacher whose last place has ended is told so', async () => {
		await world.db
			.insertInto('people.affiliation_ending')
			.columns(['affiliation_id', 'ended_at', 'ended_by'])
			.expression((eb) =>
				eb
					.selectFrom('people.affiliation')
					.select(({ val, ref }) => [ref('id').as('id'), val(new Date()).as('at'), ref('person_id').as('by')])
					.where('person_id', '=', people.ines.id),
			)
			.execute();
		const founded = await foundProject(world.as(teacher('ines')), input);
		expect(founded).toEqual({ ok: false, reason: 'no-validated-place' });
	});

	test('twenty drafts a day are enough', async () => {
		for (let draft = 0; draft < 20; draft++) await foundProject(world.as(teacher('ines')), input);
		expect(await foundProject(world.as(teacher('ines')), input)).toEqual({
			ok: false,
			reason: 'too-many-today',
		});
		const tomorrow = new Date(worldNow.getTime() + 25 * 3600 * 1000);
		const founded = await foundProject(world.as(teacher('ines'), { now: tomorrow }), input);
		expect(founded.ok).toBe(true);
	});

	test('a project of teacher education is for those who teach teachers', async () => {
		const founded = await foundProject(world.as(teacher('ines')), {
			...input,
			kind: 'initial-teacher-education',
		});
		expect(founded).toEqual({ ok: false, reason: 'not-teacher-education', field: 'kind' });
	});
});

describe('the same form at the same moment', () => {
	const world = ownDatabase();

	test('twenty submits make one draft', async () => {
		const ctx = world.as(teacher('ines'));
		const sent = { form: 'found-project', key: 'key-of-the-form', body: 'the same' };
		const answers = await Promise.all(
			Array.from({ length: 20 }, () => once(ctx, sent, (inside) => foundProject(inside, input))),
		);
		expect(new Set(answers.map((answer) => answer.ok && answer.value.address)).size).toBe(1);
		const drafts = await world.db.selectFrom('projects.project').select('id').execute();
		expect(drafts).toHaveLength(1);
	});
});
