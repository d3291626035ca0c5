/** Makes two accounts one, part by part, and takes them apart again; whoever asked, the same way. */
import { audit } from '#platform/audit';
import { asActor, type Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { parts } from '#platform/part';
import { system, type PersonId } from '#shared/actor';
import { loginOfPerson } from '../persons.sql.ts';
import { deleteSessionsOf } from '../sign-in/sessions.sql.ts';
import { undoDays, type Merging } from './merging.ts';
import { writeMergingLetters } from './merging-letters.ts';
import {
	dueMergings,
	journalsOf,
	mergingById,
	mergingsToSettle,
	noteEnded,
	noteUnited,
	settle,
} from './mergings.sql.ts';

/**
 * Moves everything; whoever was signed in to the account that is given up is out. open-to-all: no page leads here, the
 * use cases that call it have demanded.
 */
export async function unite(
	ctx: Context,
	{ id, from, into }: Pick<Merging, 'id' | 'from' | 'into'>,
): Promise<void> {
	const asSystem = asActor(ctx, system);
	const journals: { part: string; journal: unknown }[] = [];
	for (const { name, privacy } of parts()) {
		if (privacy.unite) journals.push({ part: name, journal: await privacy.unite(asSystem, from, into) });
	}
	await noteUnited(ctx, id, journals);
	const login = await loginOfPerson(ctx, from);
	if (login !== undefined) await deleteSessionsOf(ctx, login);
	await tellOfBoth(ctx, from, into);
	await audit(ctx, 'people.accounts-united', { kind: 'merging', id }, { from, into });
}

/** Says no to a merging that waits, or gives everything back; false when it is over. */
export async function separate(ctx: Context, merging: Merging, by: PersonId | null): Promise<boolean> {
	const { id, from, into } = merging;
	const held = await mergingById(ctx, id);
	if (!held || held.endedAt !== null || held.settledAt !== null) return false;
	const asSystem = asActor(ctx, system);
	for (const { part, journal } of await journalsOf(ctx, id)) {
		const { separate: giveBack } = parts().find(({ name }) => name === part)?.privacy ?? {};
		await giveBack?.(asSystem, journal as never);
	}
	await noteEnded(ctx, id, by);
	const wasUnited = held.unitedAt !== null;
	if (wasUnited) await tellOfBoth(ctx, from, into);
	await writeMergingLetters(ctx, held, wasUnited ? 'separated' : 'refused');
	await audit(ctx, wasUnited ? 'people.accounts-separated' : 'people.merging-refused', {
		kind: 'merging',
		id,
	});
	return true;
}

async function tellOfBoth(ctx: Context, from: PersonId, into: PersonId): Promise<void> {
	for (const person of [from, into]) await emit(ctx, 'person.changed', { person });
}

/** The hourly job: unites what nobody said no to, settles what nobody undid; running it twice changes nothing. */
export async function seeToMergings(ctx: Context): Promise<void> {
	for (const due of await dueMergings(ctx)) {
		await inTransaction(ctx, async (ctx) => {
			const held = await mergingById(ctx, due.id);
			if (held?.unitedAt !== null || held.endedAt !== null) return;
			await unite(ctx, held);
			await writeMergingLetters(ctx, held, 'united');
		});
	}
	const undoable = new Date(ctx.now.getTime() - undoDays * 24 * 3600_000);
	for (const old of await mergingsToSettle(ctx, undoable)) {
		await inTransaction(ctx, async (ctx) => settleMerging(ctx, old));
	}
}

async function settleMerging(ctx: Context, { id, from, into }: Merging): Promise<void> {
	const [given, kept] = [await loginOfPerson(ctx, from), await loginOfPerson(ctx, into)];
	if (given === undefined || kept === undefined) return;
	await settle(ctx, id, { from: given, into: kept });
	await emit(ctx, 'accounts.settled', { from, into });
	for (const { privacy } of parts()) await privacy.erase?.(asActor(ctx, system), from);
	await audit(ctx, 'people.merging-settled', { kind: 'merging', id });
}
