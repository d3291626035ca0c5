/** What a person does with a place of their own: correct the role, choose the one they appear under, end it. */
import { institutionsAmong, schoolFor } from '#domain/schools';
import { reopenCase, withdrawCase } from '#domain/support';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { granted, refused, type Result } from '#platform/result';
import type { SchoolRole } from '#shared/vocabulary';
import { demand } from '../abilities.ts';
import { otherWork, type Affiliation, type AffiliationId, type EndingReason } from './affiliation.ts';
import { changeRole, insertEnding, makeDefault } from './affiliations.sql.ts';
import { snapshotOf } from './affiliation-case.ts';
import { closeLetters } from './evidence/evidence.sql.ts';
import { gatherEvidence } from './evidence/gather-evidence.ts';
import { ownAffiliation } from './own-affiliation.ts';

export type CorrectAffiliation = {
	readonly affiliation: AffiliationId;
	readonly role: SchoolRole | typeof otherWork;
	/** What the officer should know. */
	readonly note: string;
};

/** At an institution of teacher education these give rights and take them: to bring in cohorts, to found no project. */
const decidedRoles: readonly SchoolRole[] = ['educator', 'trainee-teacher'];

/**
 * A wrong role is repaired by its person. While the case runs or after a refusal everyone decides again; at a validated
 * place the role changes at once, since that one works there is what was validated. Refuses the change of a role that
 * was decided because it gives rights: that place is ended and stated again.
 */
export async function correctAffiliation(
	ctx: Context,
	{ affiliation: id, role, note }: CorrectAffiliation,
): Promise<Result<undefined, 'other-work' | 'already-granted' | 'role-decided'>> {
	return inTransaction(ctx, async (ctx) => {
		const affiliation = await ownAffiliation(ctx, id);
		demand(ctx, 'people.state-affiliation');
		if (role === otherWork) return refused('other-work', 'role');
		if (affiliation.state === 'validated') return changeHeldRole(ctx, affiliation, role);
		const school = await schoolFor(ctx, affiliation.school);
		await changeRole(ctx, id, role);
		const again = await reopenCase(ctx, {
			kind: 'affiliation',
			subject: id,
			snapshot: snapshotOf(school, role),
			...(note !== '' && { note, noteLocale: ctx.locale }),
		});
		if (!again.ok) return again;
		await gatherEvidence(ctx, { ...affiliation, role });
		await emit(ctx, 'person.changed', { person: affiliation.person });
		return granted();
	});
}

async function changeHeldRole(ctx: Context, held: Affiliation, role: SchoolRole) {
	const { id, person, role: before, school } = held;
	const givesRights = [before, role].some((each) => decidedRoles.includes(each));
	if (givesRights && (await institutionsAmong(ctx, [school])).length > 0)
		return refused('role-decided', 'role');
	await changeRole(ctx, id, role);
	await audit(ctx, 'people.role-changed', { kind: 'affiliation', id }, { before, role });
	await emit(ctx, 'person.changed', { person });
	return granted();
}

/** The person appears under this place, on cards and in projects that are founded from now on. */
export async function chooseDefault(ctx: Context, id: AffiliationId): Promise<Result<undefined, never>> {
	return inTransaction(ctx, async (ctx) => {
		const affiliation = await ownAffiliation(ctx, id);
		demand(ctx, 'people.state-affiliation');
		await makeDefault(ctx, affiliation);
		await emit(ctx, 'person.changed', { person: affiliation.person });
		return granted();
	});
}

export type EndAffiliation = { readonly affiliation: AffiliationId; readonly reason?: EndingReason };

/** "I do not work there": the place ends, a case that runs is withdrawn. What was done there stays with the person. */
export async function endAffiliation(
	ctx: Context,
	{ affiliation: id, reason }: EndAffiliation,
): Promise<Result<undefined, never>> {
	return inTransaction(ctx, async (ctx) => {
		const affiliation = await ownAffiliation(ctx, id);
		demand(ctx, 'people.state-affiliation');
		await withdrawCase(ctx, { kind: 'affiliation', subject: id });
		await closeLetters(ctx, id);
		await insertEnding(ctx, affiliation, affiliation.person, reason);
		await audit(ctx, 'people.affiliation-ended', { kind: 'affiliation', id });
		await emit(ctx, 'affiliation.ended', { person: affiliation.person, school: affiliation.school });
		await emit(ctx, 'person.changed', { person: affiliation.person });
		return granted();
	});
}
