// A TwinSpace's room for tests: Inês and Freja found it, with a class each; Amélie teaches in it too.
import {
	spaceFor,
	makeSpace,
	addAdultMember,
	addPupilMembers,
	type Space,
	type SpaceId,
} from '#domain/spaces';
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import type { Guest, Pupil, Teacher } from '#shared/actor';
import { people, schools, type PersonName, type SchoolName } from './names.ts';
import type { WorldDatabase } from './database.ts';

/** Members of the room as actors. Eleni is an observer, Lukas an expert, Liis a stranger. */
export const teacher = (name: PersonName): Teacher => ({
	kind: 'teacher',
	person: people[name].id,
	session: 's',
});
export const guest = (name: PersonName): Guest => ({ kind: 'guest', person: people[name].id, session: 's' });
export const pupil = (id: string): Pupil => ({ kind: 'pupil', pupil: id, session: 's' });

export type Room = {
	readonly id: SpaceId;
	/** Pupils of Porto: Heron and Otter; of Aarhus: Lynx. */
	readonly heron: Pupil;
	readonly otter: Pupil;
	readonly lynx: Pupil;
	/** The space as that actor reaches it, with a context to act in. */
	as(actor: Teacher | Guest | Pupil): Promise<{ ctx: Context; space: Space }>;
};

/** Makes the room in the test's database. */
export async function aRoom(world: WorldDatabase): Promise<Room> {
	const ctx = world.as({ kind: 'system' });
	await addPeopleAndSchools(ctx);
	const id = await makeSpace(ctx, {
		kind: 'twinspace',
		name: 'Two rivers',
		locale: 'en',
		members: [
			{ person: people.ines.id, school: schools.ribeira.id, role: 'founder' },
			{ person: people.freja.id, school: schools.skovbakke.id, role: 'founder' },
		],
	});
	await addAdultMember(ctx, {
		space: id,
		person: people.amelie.id,
		school: schools.jeanMoulin.id,
		role: 'teacher',
	});
	const until = new Date(ctx.now.getTime() + 30 * 24 * 3600 * 1000);
	await addAdultMember(ctx, { space: id, person: people.lukas.id, school: null, role: 'expert', until });
	await addAdultMember(ctx, { space: id, person: people.eleni.id, school: null, role: 'observer', until });

	const as: Room['as'] = async (actor) => {
		const own = world.as(actor);
		return { ctx: own, space: await spaceFor(own, id) };
	};
	const [heron, otter] = await aClass(ctx, 'ribeira', 'ines', ['Swift Heron', 'Quiet Otter']);
	const [lynx] = await aClass(ctx, 'skovbakke', 'freja', ['Brave Lynx']);
	const ines = await as(teacher('ines'));
	const freja = await as(teacher('freja'));
	await addPupilMembers(ines.ctx, { space: ines.space, pupils: [heron, otter], school: schools.ribeira.id });
	await addPupilMembers(freja.ctx, { space: freja.space, pupils: [lynx], school: schools.skovbakke.id });
	return { id, heron: pupil(heron), otter: pupil(otter), lynx: pupil(lynx), as };
}

async function addPeopleAndSchools(ctx: Context): Promise<void> {
	for (const { id, name, country, town } of Object.values(schools)) {
		const folded = name.toLowerCase();
		await ctx.db
			.insertInto('schools.school')
			.values({ id, country, town, name, original_name: name, folded, words: [], made_at: ctx.now })
			.onConflict((conflict) => conflict.doNothing())
			.execute();
	}
	for (const { id, name, country, locale } of Object.values(people)) {
		await ctx.db
			.insertInto('people.person')
			.values({ id, name, country, locale, made_at: ctx.now, last_active_at: ctx.now })
			.onConflict((conflict) => conflict.doNothing())
			.execute();
	}
}

/** A class with these aliases; returns the pupils in the same order. */
export async function aClass<const Aliases extends readonly string[]>(
	ctx: Context,
	school: SchoolName,
	by: PersonName,
	aliases: Aliases,
): Promise<{ [Index in keyof Aliases]: string }> {
	const id = newId();
	const made = { made_by: people[by].id, made_at: ctx.now };
	await ctx.db
		.insertInto('pupils.class')
		.values({ id, school_id: schools[school].id, name: '4B', locale: 'en', ...made })
		.execute();
	const rows = aliases.map((alias) => ({
		id: newId(),
		class_id: id,
		alias,
		folded_alias: alias.toLowerCase(),
		...made,
	}));
	await ctx.db.insertInto('pupils.pupil').values(rows).execute();
	return rows.map((row) => row.id) as { [Index in keyof Aliases]: string };
}
