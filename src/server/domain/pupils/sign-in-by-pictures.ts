/** Who cannot read yet signs in: the class's code from the wall, the own sign, and four pictures. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { TooOften } from '#platform/errors';
import { installation } from '#platform/installation';
import { countAgainst, forgetCount } from '#platform/limits';
import { granted, refused, type Result } from '#platform/result';
import { demand } from './abilities.ts';
import type { ClassId } from './class.ts';
import { codeTyped, hashOfDoorCode } from './code.ts';
import { holderOfSign, openDoorWith, shutDoors, signsOf, type Door } from './doors.sql.ts';
import { wrongCodesFromNetwork, wrongPicturesOfClass, wrongPicturesOfPupil } from './limits.ts';
import { hashOfPictures, isPictureCode } from './picture-code.ts';
import { openSessionFor, type OpenedSession } from './sign-in-pupil.ts';

export type AtDoor = {
	/** The class's code, as the child at the tablet has it from the wall. */
	readonly code: string;
	/** The client's network, as the edge vouches for it. */
	readonly network: string;
};

type DoorRefusal = 'not-a-code' | 'door-shut';

/**
 * The signs of a class whose door is open, and no alias: whoever stands at the door learns nobody's. A code that opens
 * nothing counts against the network, like that of a card. Throws TooOften for a guesser.
 */
export async function signsAtDoor(ctx: Context, at: AtDoor): Promise<Result<readonly number[], DoorRefusal>> {
	const door = await reachDoor(ctx, at);
	return door.ok ? granted(await signsOf(ctx, door.value.class)) : door;
}

/**
 * Opens a session like that of a card. `wrong-pictures`: another try is good, six in a quarter of an hour; then this
 * pupil waits (TooOften, also with the right pictures) and nobody else does. Who tries on many finds the door shut.
 */
export async function signInByPictures(
	ctx: Context,
	input: AtDoor & { readonly sign: number; readonly pictures: readonly number[] },
): Promise<Result<OpenedSession, DoorRefusal | 'wrong-pictures'>> {
	const door = await reachDoor(ctx, input);
	if (!door.ok) return door;
	const { class: id } = door.value;
	const holder = await holderOfSign(ctx, id, input.sign);
	if (!holder || !isPictureCode(input.pictures)) return refused('wrong-pictures');
	await countAgainst(ctx, wrongPicturesOfPupil, holder.pupil);
	const { secret } = installation();
	if (!holder.hash.equals(hashOfPictures(secret, holder.pupil, input.pictures))) {
		await countAgainstClass(ctx, id);
		return refused('wrong-pictures');
	}
	await forgetCount(ctx, wrongPicturesOfPupil, holder.pupil);
	return inTransaction(ctx, (inside) => openSessionFor(inside, holder));
}

async function reachDoor(ctx: Context, at: AtDoor): Promise<Result<Door, DoorRefusal>> {
	demand(ctx, 'pupils.sign-in');
	const code = codeTyped(at.code);
	if (code === undefined) return refused('not-a-code', 'card');
	const door = await openDoorWith(ctx, hashOfDoorCode(installation().secret, code));
	if (door) return granted(door);
	await countAgainst(ctx, wrongCodesFromNetwork, at.network);
	return refused('door-shut', 'card');
}

async function countAgainstClass(ctx: Context, id: ClassId): Promise<void> {
	try {
		await countAgainst(ctx, wrongPicturesOfClass, id);
	} catch (error) {
		if (error instanceof TooOften) await shutDoors(ctx, id);
		throw error;
	}
}
