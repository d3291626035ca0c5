/** A teacher opens the door of a class for a lesson, shows its code on the wall, and shuts it. */
import { timeZoneOf } from '#domain/places';
import { schoolCards } from '#domain/schools';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { installation } from '#platform/installation';
import { newId } from '#platform/ids';
import { granted, type Granted } from '#platform/result';
import { demand } from './abilities.ts';
import { codeOfDoor, hashOfDoorCode } from './code.ts';
import type { Class, ClassId } from './class.ts';
import { insertDoor, openDoorOf, shutDoors } from './doors.sql.ts';
import { doorMinutes } from './limits.ts';
import { reachClass } from './read-classes.ts';

export type OpenDoor = { readonly code: string; readonly closesAt: Date };

/** The class, the clock on its wall, and its door with the code to show when it is open. */
export async function doorFor(
	ctx: Context,
	id: ClassId,
): Promise<{ readonly class: Class; readonly timeZone: string; readonly door: OpenDoor | undefined }> {
	const { found } = await reachClass(ctx, id);
	demand(ctx, 'pupils.look-after-class', found);
	const door = await openDoorOf(ctx, found.id);
	const country = (await schoolCards(ctx, [found.school])).get(found.school)?.country ?? '';
	return {
		class: found,
		timeZone: await timeZoneOf(ctx, country),
		door: door && { code: codeOfDoor(installation().secret, door.id), closesAt: door.closesAt },
	};
}

/** Opens the door for sixty minutes. Opened again it has another code: who only kept the old one stays outside. */
export async function openDoor(ctx: Context, id: ClassId): Promise<Granted<undefined>> {
	return inTransaction(ctx, async (ctx) => {
		const { found, teacher } = await reachClass(ctx, id);
		demand(ctx, 'pupils.look-after-class', found);
		await shutDoors(ctx, found.id);
		const door = newId();
		const { secret } = installation();
		await insertDoor(ctx, {
			id: door,
			class: found.id,
			hash: hashOfDoorCode(secret, codeOfDoor(secret, door)),
			by: teacher,
			closesAt: new Date(ctx.now.getTime() + doorMinutes * 60_000),
		});
		return granted();
	});
}

/** Shuts it at once; whoever is in stays in. */
export async function shutDoor(ctx: Context, id: ClassId): Promise<Granted<undefined>> {
	return inTransaction(ctx, async (ctx) => {
		const { found } = await reachClass(ctx, id);
		demand(ctx, 'pupils.look-after-class', found);
		await shutDoors(ctx, found.id);
		return granted();
	});
}
