/** All SQL of classes and pupils. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { validatedSchoolsOf } from '#domain/people';
import { institutionsAmong } from '#domain/schools';
import { isLocale } from '#shared/locales';
import type { PersonId, PupilId } from '#shared/actor';
import {
	dayOf,
	endOfSchoolYear,
	type Class,
	type ClassId,
	type EndedPupil,
	type Pupil,
	type PupilEver,
	type SchoolId,
} from './class.ts';

/** Where the person is validated now and where there are pupils. */
export async function schoolsOf(ctx: Context, person: PersonId): Promise<ReadonlySet<SchoolId>> {
	const rows = await ctx.db
		.selectFrom(validatedSchoolsOf(person).as('mine'))
		.select('mine.school_id')
		.execute();
	const schools = rows.map((row) => row.school_id);
	const institutions = new Set((await institutionsAmong(ctx, schools)).map(({ id }) => id));
	return new Set(schools.filter((school) => !institutions.has(school)));
}

/** A class of a school at which the person is validated; no other is reached. */
export async function classOfMySchools(
	ctx: Context,
	person: PersonId,
	id: ClassId,
): Promise<Class | undefined> {
	const row = await classesOfMySchools(ctx, person).where('class.id', '=', id).executeTakeFirst();
	return row && classOf(row);
}

/** Classes of the schools at which the person is validated, the ended ones last, with how many pupils they have. */
export async function classesOf(ctx: Context, person: PersonId): Promise<(Class & { pupils: number })[]> {
	const rows = await classesOfMySchools(ctx, person)
		.select(({ selectFrom }) =>
			selectFrom('pupils.pupil')
				.whereRef('pupils.pupil.class_id', '=', 'class.id')
				.where('pupils.pupil.ended_at', 'is', null)
				.select(({ fn }) => fn.countAll<number>().as('count'))
				.as('pupils'),
		)
		.orderBy('class.ended_at', (order) => order.desc().nullsFirst())
		.orderBy('class.name')
		.execute();
	return rows.map((row) => ({ ...classOf(row), pupils: row.pupils ?? 0 }));
}

function classesOfMySchools(ctx: Context, person: PersonId) {
	return ctx.db
		.selectFrom('pupils.class as class')
		.innerJoin(validatedSchoolsOf(person).as('mine'), 'mine.school_id', 'class.school_id')
		.select(['class.id', 'class.school_id', 'class.name', 'class.locale', 'class.ended_at'])
		.select(['class.home_closed_at', sql<string>`class.ends_on::text`.as('ends_on')]);
}

type ClassRow = {
	id: string;
	school_id: string;
	name: string;
	locale: string;
	ends_on: string;
	home_closed_at: Date | null;
	ended_at: Date | null;
};

function classOf(row: ClassRow): Class {
	return {
		id: row.id,
		school: row.school_id,
		name: row.name,
		locale: isLocale(row.locale) ? row.locale : 'en',
		endsOn: row.ends_on,
		homeClosedAt: row.home_closed_at ?? undefined,
		endedAt: row.ended_at ?? undefined,
		ofMySchool: true,
	};
}

export async function insertClass(
	ctx: Context,
	made: { id: ClassId; school: SchoolId; name: string; locale: string; by: PersonId },
): Promise<void> {
	await ctx.db
		.insertInto('pupils.class')
		.values({
			id: made.id,
			school_id: made.school,
			name: made.name,
			locale: made.locale,
			made_by: made.by,
			looked_after_by: made.by,
			made_at: ctx.now,
			ends_on: endOfSchoolYear(ctx.now),
		})
		.execute();
}

/** Present pupils of a class, by alias. */
export async function pupilsOf(ctx: Context, id: ClassId): Promise<Pupil[]> {
	const rows = await ctx.db
		.selectFrom('pupils.pupil as pupil')
		.leftJoin('pupils.card as card', 'card.pupil_id', 'pupil.id')
		.leftJoin('pupils.picture_code as pictures', 'pictures.pupil_id', 'pupil.id')
		.select(['pupil.id', 'pupil.alias', 'card.made_at', 'pictures.sign'])
		.where('pupil.class_id', '=', id)
		.where('pupil.ended_at', 'is', null)
		.orderBy('pupil.alias')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		alias: row.alias,
		cardMadeAt: row.made_at ?? undefined,
		sign: row.sign ?? undefined,
	}));
}

/** Pupils whose accounts have ended, the latest first; not those who ended with their class. */
export async function endedPupilsOf(ctx: Context, id: ClassId): Promise<EndedPupil[]> {
	const rows = await ctx.db
		.selectFrom('pupils.pupil as pupil')
		.innerJoin('pupils.class as class', 'class.id', 'pupil.class_id')
		.select(['pupil.id', 'pupil.alias', 'pupil.ended_at'])
		.where('pupil.class_id', '=', id)
		.where('pupil.ended_at', 'is not', null)
		.where((eb) => eb('pupil.ended_at', 'is distinct from', eb.ref('class.ended_at')))
		.orderBy('pupil.ended_at', 'desc')
		.orderBy('pupil.alias')
		.execute();
	return rows.flatMap(({ id, alias, ended_at }) => (ended_at ? [{ id, alias, endedAt: ended_at }] : []));
}

/** Everybody who is or was in the class and is kept still, by alias; those who left last. */
export async function everybodyOf(ctx: Context, id: ClassId): Promise<PupilEver[]> {
	const rows = await ctx.db
		.selectFrom('pupils.pupil')
		.select(['id', 'alias', 'ended_at'])
		.where('class_id', '=', id)
		.orderBy((eb) => eb('ended_at', 'is not', null))
		.orderBy('alias')
		.execute();
	return rows.map(({ ended_at: endedAt, ...pupil }) => ({ ...pupil, isHere: endedAt === null }));
}

/** Every alias ever used in the class: one that ended is not given to another child. */
export async function foldedAliasesOf(ctx: Context, id: ClassId): Promise<Set<string>> {
	const rows = await ctx.db
		.selectFrom('pupils.pupil')
		.select('folded_alias')
		.where('class_id', '=', id)
		.execute();
	return new Set(rows.map((row) => row.folded_alias));
}

/** Holds the class against a second teacher who adds pupils at the same moment. */
export async function lockClass(ctx: Context, id: ClassId): Promise<void> {
	await sql`select 1 from pupils.class where id = ${id} for update`.execute(ctx.db);
}

export type NewPupil = { readonly id: PupilId; readonly alias: string; readonly folded: string };

export async function insertPupils(
	ctx: Context,
	id: ClassId,
	by: PersonId,
	pupils: readonly NewPupil[],
): Promise<void> {
	await ctx.db
		.insertInto('pupils.pupil')
		.values(
			pupils.map((pupil) => ({
				id: pupil.id,
				class_id: id,
				alias: pupil.alias,
				folded_alias: pupil.folded,
				made_by: by,
				made_at: ctx.now,
			})),
		)
		.execute();
}

export async function updateAlias(
	ctx: Context,
	pupil: PupilId,
	alias: string,
	folded: string,
): Promise<void> {
	await ctx.db
		.updateTable('pupils.pupil')
		.set({ alias, folded_alias: folded })
		.where('id', '=', pupil)
		.execute();
}

export async function updateClass(
	ctx: Context,
	id: ClassId,
	changes: { readonly name: string; readonly locale: string },
): Promise<void> {
	await ctx.db.updateTable('pupils.class').set(changes).where('id', '=', id).execute();
}

export async function endPupilRow(ctx: Context, pupil: PupilId): Promise<void> {
	await ctx.db.updateTable('pupils.pupil').set({ ended_at: ctx.now }).where('id', '=', pupil).execute();
}

export async function bringPupilRowBack(ctx: Context, pupil: PupilId): Promise<void> {
	await ctx.db.updateTable('pupils.pupil').set({ ended_at: null }).where('id', '=', pupil).execute();
}

/** Ends the class and, at the same moment, all its present pupils; says who they were. */
export async function endClassRows(ctx: Context, id: ClassId): Promise<PupilId[]> {
	await ctx.db.updateTable('pupils.class').set({ ended_at: ctx.now }).where('id', '=', id).execute();
	const ended = await ctx.db
		.updateTable('pupils.pupil')
		.set({ ended_at: ctx.now })
		.where('class_id', '=', id)
		.where('ended_at', 'is', null)
		.returning('id')
		.execute();
	return ended.map((row) => row.id);
}

/** The class runs again with the pupils who ended with it; says who they are. */
export async function bringClassRowsBack(ctx: Context, id: ClassId): Promise<PupilId[]> {
	const back = await ctx.db
		.updateTable('pupils.pupil as pupil')
		.set({ ended_at: null })
		.from('pupils.class as class')
		.whereRef('class.id', '=', 'pupil.class_id')
		.whereRef('pupil.ended_at', '=', 'class.ended_at')
		.where('class.id', '=', id)
		.returning('pupil.id')
		.execute();
	await ctx.db
		.updateTable('pupils.class')
		.set({
			ended_at: null,
			back_at: ctx.now,
			ends_on: sql`greatest(ends_on, ${endOfSchoolYear(ctx.now)}::date)`,
		})
		.where('id', '=', id)
		.execute();
	return back.map((row) => row.id);
}

/** From now on the class signs in at home too, or only while its door is open. */
export async function setHomeClosed(ctx: Context, id: ClassId, closedAt: Date | null): Promise<void> {
	await ctx.db.updateTable('pupils.class').set({ home_closed_at: closedAt }).where('id', '=', id).execute();
}

export async function setLastDay(ctx: Context, id: ClassId, endsOn: string): Promise<void> {
	await ctx.db.updateTable('pupils.class').set({ ends_on: endsOn }).where('id', '=', id).execute();
}

/** Of these classes those that run and were made or brought back before that moment. */
export async function runningSinceBefore(
	ctx: Context,
	classes: readonly { readonly class: ClassId; readonly over: Date }[],
): Promise<ClassId[]> {
	const found = await sql<{ id: ClassId }>`
		select class.id from pupils.class as class
		join unnest(${classes.map((each) => each.class)}::uuid[], ${classes.map(({ over }) => over)}::timestamptz[])
			as ended (id, over) on ended.id = class.id
		where class.ended_at is null and coalesce(class.back_at, class.made_at) < ended.over`.execute(ctx.db);
	return found.rows.map(({ id }) => id);
}

/** Running classes whose last day is over. */
export async function classesPastLastDay(ctx: Context): Promise<ClassId[]> {
	const rows = await ctx.db
		.selectFrom('pupils.class')
		.select('id')
		.where('ended_at', 'is', null)
		.where(sql<boolean>`ends_on < ${dayOf(ctx.now)}::date`)
		.execute();
	return rows.map(({ id }) => id);
}
