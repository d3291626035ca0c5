/** An officer asks to unite two accounts of one person, who cannot prove both; either address may say no first. */
import { countriesCovered, openLooksAbout, readAbout, type LookReason } from '#domain/support';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { newId } from '#platform/ids';
import { countAgainst } from '#platform/limits';
import { granted, refused, type Result } from '#platform/result';
import type { Officer } from '#shared/actor';
import { demand } from '../abilities.ts';
import { searchesPerHour } from '../desk/find-at-desk.ts';
import { personOfAddress, ownerOfPerson, type Owner } from '../persons.sql.ts';
import { holdingsOf, type Holding } from './holdings.ts';
import { writeMergingLetters } from './merging-letters.ts';
import { refusableHours } from './merging.ts';
import { insertMerging, mergingById, mergingsOfOrganisation, openMergingsOf } from './mergings.sql.ts';
import { mergingClosed, mergingSeen, type MergingSeen } from './read-mergings.ts';
import { hashOfUndoToken, undoTokenOf } from './undo-link.ts';
import { separate } from './unite-accounts.ts';

export type TwoAccounts = {
	/** Address of the account that stays. */
	readonly kept: string;
	/** Address of the account that is given up. */
	readonly given: string;
};

type Missing = 'account-unknown' | 'same-account' | 'own-account';
export type AccountSeen = { readonly owner: Owner; readonly holds: readonly Holding[] };

/**
 * What would be united: both accounts, of people whose country this desk covers. An act with a reason that opens both for
 * thirty minutes and that both see; trying out addresses is capped like trying out names.
 */
export async function lookAtTwoAccounts(
	ctx: Context,
	{ reason, ...accounts }: TwoAccounts & { readonly reason: LookReason },
): Promise<Result<{ kept: AccountSeen; given: AccountSeen }, Missing>> {
	demand(ctx, 'people.unite-others');
	await countAgainst(ctx, searchesPerHour, deskOf(ctx).person);
	const found = await twoAccounts(ctx, accounts);
	if (!found.ok) return found;
	const { kept, given } = found.value;
	await openLooksAbout(ctx, { persons: [kept.person, given.person], about: 'merging', reason });
	return granted({
		kept: { owner: kept, holds: await holdingsOf(ctx, kept.person) },
		given: { owner: given, holds: await holdingsOf(ctx, given.person) },
	});
}

/** Writes to both addresses; three days later the accounts are one, unless either said no. */
export async function askToUnite(
	ctx: Context,
	{ reason, ...accounts }: TwoAccounts & { readonly reason: string },
): Promise<Result<undefined, Missing | 'united-lately'>> {
	demand(ctx, 'people.unite-others');
	return inTransaction(ctx, async (ctx) => {
		const found = await twoAccounts(ctx, accounts);
		if (!found.ok) return found;
		const [from, into] = [found.value.given.person, found.value.kept.person];
		if ((await openMergingsOf(ctx, [from, into])).length > 0) return refused('united-lately');
		const id = newId();
		const dueAt = new Date(ctx.now.getTime() + refusableHours * 3600_000);
		const { person: askedBy, office } = deskOf(ctx);
		const merging = { id, from, into, askedBy, office, reason, dueAt };
		await insertMerging(ctx, { ...merging, undoHash: hashOfUndoToken(undoTokenOf(id)) });
		await writeMergingLetters(ctx, merging, 'asked');
		await audit(ctx, 'people.merging-asked', { kind: 'merging', id }, { from, into });
		return granted();
	});
}

/** A merging of this desk: whose accounts they are is closed until both are opened. */
export type MergingAtDesk = MergingSeen & { readonly askedAt: Date; readonly isClosed: boolean };

/** The mergings that officers of this desk asked for. */
export async function mergingsAtDesk(ctx: Context): Promise<MergingAtDesk[]> {
	demand(ctx, 'people.unite-others');
	const asked = await mergingsOfOrganisation(ctx, deskOf(ctx).organisation);
	const persons = [...new Set(asked.flatMap(({ from, into }) => [from, into]))];
	const open = await readAbout(ctx, { persons, about: 'merging' });
	return Promise.all(
		asked.map(async (merging) => {
			const isClosed = !open.has(merging.from) || !open.has(merging.into);
			const seen = isClosed ? mergingClosed(merging) : await mergingSeen(ctx, merging);
			return { ...seen, askedAt: merging.askedAt, isClosed };
		}),
	);
}

/** Opens both accounts of a merging of this desk for thirty minutes. */
export async function openMerging(
	ctx: Context,
	{ merging: id, reason }: { readonly merging: string; readonly reason: LookReason },
): Promise<void> {
	demand(ctx, 'people.unite-others');
	const own = await mergingsOfOrganisation(ctx, deskOf(ctx).organisation);
	const merging = own.find((found) => found.id === id);
	if (!merging) throw new NotFound('merging');
	await openLooksAbout(ctx, { persons: [merging.from, merging.into], about: 'merging', reason });
}

/** The desk takes its wish back, or undoes what it united. */
export async function separateAtDesk(
	ctx: Context,
	{ merging: id }: { readonly merging: string },
): Promise<Result<undefined, 'merging-over'>> {
	demand(ctx, 'people.unite-others');
	return inTransaction(ctx, async (ctx) => {
		const own = await mergingsOfOrganisation(ctx, deskOf(ctx).organisation);
		const merging = own.some((found) => found.id === id) ? await mergingById(ctx, id) : undefined;
		if (!merging) throw new NotFound('merging');
		return (await separate(ctx, merging, deskOf(ctx).person)) ? granted() : refused('merging-over');
	});
}

/** Only officers are granted what stands here. */
function deskOf(ctx: Context): Officer {
	return ctx.actor as Officer;
}

/** An address of another country is as unknown as one that nobody has. */
async function twoAccounts(
	ctx: Context,
	accounts: TwoAccounts,
): Promise<Result<{ kept: Owner; given: Owner }, Missing>> {
	const kept = await accountAt(ctx, accounts.kept);
	if (!kept) return refused('account-unknown', 'kept');
	const given = await accountAt(ctx, accounts.given);
	if (!given) return refused('account-unknown', 'given');
	if (kept.person === given.person) return refused('same-account', 'given');
	if ([kept.person, given.person].includes(deskOf(ctx).person)) return refused('own-account');
	return granted({ kept, given });
}

async function accountAt(ctx: Context, email: string): Promise<Owner | undefined> {
	const person = await personOfAddress(ctx, email);
	const owner = person && (await ownerOfPerson(ctx, person.id));
	if (!owner) return undefined;
	const covered = await countriesCovered(ctx, deskOf(ctx).organisation as never);
	return owner.country !== null && covered.includes(owner.country) ? owner : undefined;
}
