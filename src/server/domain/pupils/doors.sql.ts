/** SQL of the doors of classes and of codes of pictures. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { PersonId, PupilId } from '#shared/actor';
import type { ClassId } from './class.ts';

export type Door = { readonly id: string; readonly class: ClassId; readonly closesAt: Date };

/** The door of the class that is open now. */
export async function openDoorOf(ctx: Context, id: ClassId): Promise<Door | undefined> {
	return openDoors(ctx).where('door.class_id', '=', id).executeTakeFirst();
}

/** The open door with this code, of a class that runs. */
export async function openDoorWith(ctx: Context, hash: Buffer): Promise<Door | undefined> {
	return openDoors(ctx)
		.innerJoin('pupils.class as class', 'class.id', 'door.class_id')
		.where('class.ended_at', 'is', null)
		.where('door.code_hash', '=', hash)
		.executeTakeFirst();
}

function openDoors(ctx: Context) {
	return ctx.db
		.selectFrom('pupils.door as door')
		.select(['door.id', 'door.class_id as class', 'door.closes_at as closesAt'])
		.where('door.closed_at', 'is', null)
		.where('door.closes_at', '>', ctx.now);
}

export async function insertDoor(
	ctx: Context,
	door: Door & { readonly hash: Buffer; readonly by: PersonId },
): Promise<void> {
	await ctx.db
		.insertInto('pupils.door')
		.values({
			id: door.id,
			class_id: door.class,
			code_hash: door.hash,
			opened_by: door.by,
			opened_at: ctx.now,
			closes_at: door.closesAt,
		})
		.execute();
}

/** Whatever door of the class is open is shut. */
export async function shutDoors(ctx: Context, id: ClassId): Promise<void> {
	await ctx.db
		.updateTable('pupils.door')
		.set({ closed_at: ctx.now })
		.where('class_id', '=', id)
		.where('closed_at', 'is', null)
		.execute();
}

/** Doors of days gone by are forgotten with the sessions they let in. */
export async function deleteOldDoors(ctx: Context, over: Date): Promise<void> {
	await ctx.db.deleteFrom('pupils.door').where('closes_at', '<', over).execute();
}

export type PictureHolder = {
	readonly pupil: PupilId;
	readonly hash: Buffer;
	readonly time_zone: string;
};

/** Whose sign this is: a present pupil of the class, with the clock of the school's country. */
export async function holderOfSign(
	ctx: Context,
	id: ClassId,
	sign: number,
): Promise<PictureHolder | undefined> {
	return ctx.db
		.selectFrom('pupils.picture_code as pictures')
		.innerJoin('pupils.pupil as pupil', 'pupil.id', 'pictures.pupil_id')
		.innerJoin('pupils.class as class', 'class.id', 'pictures.class_id')
		.innerJoin('schools.school as school', 'school.id', 'class.school_id')
		.innerJoin('places.country as country', 'country.code', 'school.country')
		.select(['pupil.id as pupil', 'pictures.code_hash as hash', 'country.time_zone'])
		.where('pictures.class_id', '=', id)
		.where('pictures.sign', '=', sign)
		.where('pupil.ended_at', 'is', null)
		.executeTakeFirst();
}

/** The signs of the present pupils of a class, in order. */
export async function signsOf(ctx: Context, id: ClassId): Promise<number[]> {
	const rows = await ctx.db
		.selectFrom('pupils.picture_code as pictures')
		.innerJoin('pupils.pupil as pupil', 'pupil.id', 'pictures.pupil_id')
		.select('pictures.sign')
		.where('pictures.class_id', '=', id)
		.where('pupil.ended_at', 'is', null)
		.orderBy('pictures.sign')
		.execute();
	return rows.map(({ sign }) => sign);
}

export type PictureCode = { readonly pupil: PupilId; readonly sign: number; readonly hash: Buffer };

/** Every code of pictures of the class, also of pupils whose accounts have ended. */
export async function pictureCodesOf(ctx: Context, id: ClassId): Promise<PictureCode[]> {
	return ctx.db
		.selectFrom('pupils.picture_code')
		.select(['pupil_id as pupil', 'sign', 'code_hash as hash'])
		.where('class_id', '=', id)
		.execute();
}

export async function pictureCodeOf(ctx: Context, pupil: PupilId): Promise<PictureCode | undefined> {
	return ctx.db
		.selectFrom('pupils.picture_code')
		.select(['pupil_id as pupil', 'sign', 'code_hash as hash'])
		.where('pupil_id', '=', pupil)
		.executeTakeFirst();
}

/** The new pictures take the place of the old ones at once; a sign once given stays the pupil's. */
export async function replacePictures(
	ctx: Context,
	id: ClassId,
	by: PersonId,
	codes: readonly PictureCode[],
): Promise<void> {
	await ctx.db
		.insertInto('pupils.picture_code')
		.values(
			codes.map(({ pupil, sign, hash }) => ({
				pupil_id: pupil,
				class_id: id,
				sign,
				code_hash: hash,
				made_at: ctx.now,
				made_by: by,
			})),
		)
		.onConflict((conflict) =>
			conflict.column('pupil_id').doUpdateSet((row) => ({
				code_hash: row.ref('excluded.code_hash'),
				made_at: row.ref('excluded.made_at'),
				made_by: row.ref('excluded.made_by'),
			})),
		)
		.execute();
}

/** The pupil's own choice. */
export async function changeOwnPictures(ctx: Context, pupil: PupilId, hash: Buffer): Promise<void> {
	await ctx.db
		.updateTable('pupils.picture_code')
		.set({ code_hash: hash, made_at: ctx.now, made_by: null })
		.where('pupil_id', '=', pupil)
		.execute();
}

/** The sign of an account that ended is free for another child when all sixty are given. */
export async function freeSignsOfEnded(ctx: Context, id: ClassId): Promise<void> {
	await sql`
		delete from pupils.picture_code as pictures using pupils.pupil as pupil
		where pupil.id = pictures.pupil_id and pupil.ended_at is not null and pictures.class_id = ${id}`.execute(
		ctx.db,
	);
}
