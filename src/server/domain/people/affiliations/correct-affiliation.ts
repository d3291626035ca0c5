/** After a refusal, or while the case runs: the role is corrected and everyone decides again; or the place is ended. */
import { schoolFor } from '#domain/schools';
import { reopenCase, withdrawCase } from '#domain/support';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { emit } from '#platform/events';
import { granted, refused, type Result } from '#platform/result';
import { personOf } from '#shared/actor';
import type { SchoolRole } from '#shared/vocabulary';
import { demand } from '../abilities.ts';
import { otherWork, type Affiliation, type AffiliationId } from './affiliation.ts';
import { changeRole, insertEnding, lockPerson, runningAffiliation } from './affiliations.sql.ts';
import { snapshotOf } from './affiliation-case.ts';

export type CorrectAffiliation = {
	readonly affiliation: AffiliationId;
	readonly role: SchoolRole | typeof otherWork;
	/** What the officer should know. */
	readonly note: string;
};

/** Sends the case into a new round. A validated place stays as it is. */
export async function correctAffiliation(
	ctx: Context,
	{ affiliation: id, role, note }: CorrectAffiliation,
): Promise<Result<undefined, 'other-work' | 'already-granted'>> {
	return inTransaction(ctx, async (ctx) => {
		const affiliation = await ownAffiliation(ctx, id);
		demand(ctx, 'people.state-affiliation');
		if (role === otherWork) return refused('other-work', 'role');
		const school = await schoolFor(ctx, affiliation.school);
		await changeRole(ctx, id, role);
		const again = await reopenCase(ctx, {
			kind: 'affiliation',
			subject: id,
			snapshot: snapshotOf(school, role),
			...(note !== '' && { note, noteLocale: ctx.locale }),
		});
		if (!again.ok) return again;
		await emit(ctx, 'person.changed', { person: affiliation.person });
		return granted();
	});
}

/** "I do not work there": the place ends, a case that runs is withdrawn. What was done there stays. */
export async function endAffiliation(ctx: Context, id: AffiliationId): Promise<Result<undefined, never>> {
	return inTransaction(ctx, async (ctx) => {
		const affiliation = await ownAffiliation(ctx, id);
		demand(ctx, 'people.state-affiliation');
		await withdrawCase(ctx, { kind: 'affiliation', subject: id });
		await insertEnding(ctx, affiliation, affiliation.person);
		await audit(ctx, 'people.affiliation-ended', { kind: 'affiliation', id });
		await emit(ctx, 'person.changed', { person: affiliation.person });
		return granted();
	});
}

/** Somebody else's place, or one that has ended, does not exist here. */
async function ownAffiliation(ctx: Context, id: AffiliationId): Promise<Affiliation> {
	const person = personOf(ctx.actor);
	if (person !== undefined) await lockPerson(ctx, person);
	const affiliation = await runningAffiliation(ctx, id);
	if (!affiliation || affiliation.person !== person) throw new NotFound('affiliation');
	return affiliation;
}
