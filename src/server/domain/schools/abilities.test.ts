import { describe, expect, test } from 'vitest';
import { actorKinds, system, visitor, type Actor, type ActorKind } from '#shared/actor';
import { newId } from '#platform/ids';
import { testDatabase } from '../../../../tests/world/database.ts';
import { member, officer, people, schools, teacher } from '../../../../tests/world/index.ts';
import { table } from './abilities.ts';
import { visibleSchools } from './index.ts';
import { maySeeSchool, type SchoolOrigin } from './school.ts';

const matrix: Record<keyof typeof table, readonly ActorKind[]> = {
	'school.find': ['visitor', 'member', 'teacher', 'guest', 'officer', 'system'],
	'school.open': ['visitor', 'member', 'teacher', 'guest', 'officer', 'operator', 'system'],
	'school.add': ['member', 'teacher'],
	'school.hint': ['member', 'teacher'],
	'school.join': ['officer'],
	'school.enter-institution': ['officer'],
	'school.import': ['system'],
};

test.each(Object.entries(matrix))('%s is for exactly these kinds of actor', (ability, allowed) => {
	const rules = table[ability as keyof typeof table];
	expect(actorKinds.filter((kind) => rules[kind])).toEqual(allowed);
});

describe('which schools one sees', () => {
	const world = testDatabase();

	const origins: Record<string, SchoolOrigin> = {
		'of a register': { registered: true, confirmed: false },
		'added and confirmed': { registered: false, confirmed: true, addedBy: people.marco.id },
		'added by Marco': { registered: false, confirmed: false, addedBy: people.marco.id },
		'added by Freja': { registered: false, confirmed: false, addedBy: people.freja.id },
		'of nobody any more': { registered: false, confirmed: false },
	};

	test('the rule and the SQL agree for every actor', async () => {
		const ids = await enterAll();
		const actors: Actor[] = [
			visitor,
			system,
			member('marco'),
			teacher('freja'),
			teacher('ines'),
			await officer(world.as(system), 'rui'),
			{ kind: 'guest', person: people.liis.id, session: 's' },
			{ kind: 'operator', person: people.lukas.id, session: 's' },
			{ kind: 'pupil', pupil: newId(), session: 's' },
			{ kind: 'bearer', purpose: 'confirm', subject: newId() },
		];
		for (const actor of actors) {
			const seen = await world.db
				.selectFrom('schools.school as school')
				.select('school.id')
				.where('school.id', 'in', [...ids.values()])
				.where((eb) => visibleSchools(actor, eb.ref('school.id')))
				.execute();
			const names = [...ids].filter(([, id]) => seen.some((row) => row.id === id)).map(([name]) => name);
			const ruled = Object.keys(origins).filter((name) => maySeeSchool(actor, origins[name] as SchoolOrigin));
			expect([actor.kind, names]).toEqual([actor.kind, ruled]);
		}
	});

	test('a school that was just added is seen by its creator and officers alone', () => {
		const added = origins['added by Marco'] as SchoolOrigin;
		expect(maySeeSchool(member('marco'), added)).toBe(true);
		expect(maySeeSchool(teacher('freja'), added)).toBe(false);
		expect(maySeeSchool(visitor, added)).toBe(false);
	});

	async function enterAll(): Promise<Map<string, string>> {
		const ids = new Map<string, string>();
		const granted = await world.db.selectFrom('support.approval_case').select('id').executeTakeFirstOrThrow();
		for (const [name, origin] of Object.entries(origins)) {
			const id = newId();
			ids.set(name, id);
			const { country, town } = schools.aurora;
			const text = { name, original_name: name, folded: name, words: [name] };
			await world.db
				.insertInto('schools.school')
				.values({ id, country, town, ...text, made_at: new Date() })
				.execute();
			if (origin.registered) {
				const key = { country, scheme: 'test', code: name, school_id: id };
				await world.db.insertInto('schools.register_key').values(key).execute();
			}
			if (origin.addedBy) {
				const addition = { school_id: id, added_by: origin.addedBy, added_at: new Date() };
				await world.db.insertInto('schools.addition').values(addition).execute();
			}
			if (origin.confirmed) {
				const confirmation = { school_id: id, case_id: granted.id, confirmed_at: new Date() };
				await world.db.insertInto('schools.confirmation').values(confirmation).execute();
			}
		}
		return ids;
	}
});
