/** How mergings stand: for the person whose accounts they are, and for who opens the link of a letter. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { granted, refused, type Result } from '#platform/result';
import type { PersonId } from '#shared/actor';
import { demand } from '../abilities.ts';
import { ownerOfPerson } from '../persons.sql.ts';
import { ownAccount } from '../security/own-account.ts';
import { holdingsOf, type Holding } from './holdings.ts';
import { openUntil, stateOf, type Merging, type MergingState } from './merging.ts';
import { mergingOfLink, openMergingsOf } from './mergings.sql.ts';
import { hashOfUndoToken } from './undo-link.ts';
import { separate } from './unite-accounts.ts';

export type MergingSeen = {
	readonly id: string;
	readonly state: MergingState;
	/** Addresses of the two accounts; empty for one that is gone, and while they are closed. */
	readonly given: string;
	readonly kept: string;
	/** Until when it can be said no to, or undone. */
	readonly until: Date | undefined;
	/** Whether an officer asked for it. */
	readonly byOfficer: boolean;
	/** Why an officer asked. */
	readonly reason: string | null;
};

/** Mergings of my account that can still be said no to, or undone. */
export async function ownMergings(ctx: Context): Promise<MergingSeen[]> {
	demand(ctx, 'people.secure-account');
	const { person } = await ownAccount(ctx);
	const open = await openMergingsOf(ctx, [person]);
	return Promise.all(open.map((merging) => mergingSeen(ctx, merging)));
}

export type OtherSeen = {
	readonly name: string;
	readonly email: string;
	readonly holds: readonly Holding[];
};

/** What would move from the other account, which was proved before. */
export async function previewOfOther(ctx: Context, other: PersonId): Promise<OtherSeen | undefined> {
	demand(ctx, 'people.secure-account');
	const owner = await ownerOfPerson(ctx, other);
	return owner && { name: owner.name, email: owner.email, holds: await holdingsOf(ctx, other) };
}

/** The merging of a letter's link. open-to-all: the token is the permission. */
export async function mergingOfToken(ctx: Context, token: string): Promise<MergingSeen | undefined> {
	const merging = await mergingOfLink(ctx, hashOfUndoToken(token));
	return merging && mergingSeen(ctx, merging);
}

/** Says no, or undoes, by the link of a letter. open-to-all: the token is the permission. */
export async function separateByLink(
	ctx: Context,
	token: string,
): Promise<Result<undefined, 'merging-over'>> {
	return inTransaction(ctx, async (ctx) => {
		const merging = await mergingOfLink(ctx, hashOfUndoToken(token));
		return merging && (await separate(ctx, merging, null)) ? granted() : refused('merging-over');
	});
}

/** A merging with the addresses of both. open-to-all: whoever asks has reached it before. */
export async function mergingSeen(ctx: Context, merging: Merging): Promise<MergingSeen> {
	const { from, into } = merging;
	return {
		...mergingClosed(merging),
		given: (await ownerOfPerson(ctx, from))?.email ?? '',
		kept: (await ownerOfPerson(ctx, into))?.email ?? '',
	};
}

/** How a merging stands, without whose accounts they are. open-to-all: whoever asks has reached it before. */
export function mergingClosed(merging: Merging): MergingSeen {
	const { id, office, reason } = merging;
	const byOfficer = office !== null;
	return { id, state: stateOf(merging), given: '', kept: '', until: openUntil(merging), byOfficer, reason };
}
