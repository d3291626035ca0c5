import { expect, test } from 'vitest';
import { system } from '#shared/actor';
import { testDatabase } from '../../../../tests/world/database.ts';
import { people, schools, teacher } from '../../../../tests/world/index.ts';
import { must } from '../../../../tests/world/must.ts';
import { addPupils, keepClass, makeClass, ownClassEnd } from './index.ts';
import { warnOfEnds } from './warn-of-ends.ts';

const world = testDatabase();
const at = (day: string) => ({ now: new Date(`${day}T10:00:00Z`) });

async function told(): Promise<unknown[]> {
	const rows = await world.db
		.selectFrom('notices.notice')
		.select(['person_id', 'params'])
		.where('kind', '=', 'class-ending')
		.orderBy('told_at')
		.execute();
	return rows.map(({ person_id, params }) => [person_id, params]);
}

test('a teacher hears a month and a week before that a class ends, once each, and not of a class that was kept', async () => {
	const ines = world.as(teacher('ines'));
	const made = must(await makeClass(ines, { school: schools.ribeira.id, name: '4B', locale: 'en' }));
	const [pupil = ''] = must(await addPupils(ines, { class: made, aliases: ['Swift Heron'] }));
	const work = async (day: string) => {
		await warnOfEnds(world.as(system, at(day)));
		await warnOfEnds(world.as(system, at(day)));
	};
	const reads = async (day: string) => ownClassEnd(world.as({ kind: 'pupil', pupil, session: 's' }, at(day)));
	await work('2027-07-31');
	expect([await told(), await reads('2027-07-31')]).toEqual([[], undefined]);
	await work('2027-08-01');
	await work('2027-08-10');
	expect(await told()).toEqual([[people.ines.id, { class: '4B', days: 30 }]]);
	expect(await reads('2027-08-10')).toBe('2027-08-31');
	await work('2027-08-26');
	expect(await told()).toHaveLength(2);
	must(await keepClass({ ...ines, ...at('2027-08-27') }, made));
	await work('2027-08-30');
	expect([(await told()).length, await reads('2027-08-30')]).toEqual([2, undefined]);
	// another year: told anew, and once only where the first word would come late
	await work('2028-08-29');
	expect(await told()).toHaveLength(3);
});
