/** A person states where they work and asks to become an eTwinner; the support organisation of the school decides. */
import { addSchool, schoolFor, type AddSchool, type School } from '#domain/schools';
import { openCase, organisationFor } from '#domain/support';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { granted, refused, type Result } from '#platform/result';
import type { Member, PersonId, Teacher } from '#shared/actor';
import type { SchoolRole } from '#shared/vocabulary';
import { demand } from '../abilities.ts';
import { otherWork, type AffiliationId } from './affiliation.ts';
import { insertAffiliation, lockPerson, runningAffiliations } from './affiliations.sql.ts';
import { snapshotOf } from './affiliation-case.ts';
import { gatherEvidence } from './evidence/gather-evidence.ts';

export type StateAffiliation = { readonly school: string; readonly role: SchoolRole | typeof otherWork };

/**
 * States the place and opens its case; a school that no officer has confirmed yet is decided first. Refused
 * when the work is none that takes part (which locks nothing: another role can be chosen at once), when the
 * school is closed, and when the place was stated before.
 */
export async function stateAffiliation(
	ctx: Context,
	{ school: id, role }: StateAffiliation,
): Promise<Result<{ affiliation: AffiliationId }, 'other-work' | 'school-closed' | 'stated-before'>> {
	demand(ctx, 'people.state-affiliation');
	const { person } = ctx.actor as Member | Teacher;
	const school = await schoolFor(ctx, id);
	if (role === otherWork) return refused('other-work', 'role');
	if (school.state === 'closed') return refused('school-closed', 'school');
	return inTransaction(ctx, async (ctx) => {
		await lockPerson(ctx, person);
		const places = await runningAffiliations(ctx, [person]);
		if (places.some((place) => place.school === school.id)) return refused('stated-before', 'school');
		const affiliation = newId();
		await insertAffiliation(ctx, {
			id: affiliation,
			person,
			school: school.id,
			role,
			isDefault: places.length === 0,
		});
		await ask(ctx, { affiliation, person, school, role });
		await gatherEvidence(ctx, { id: affiliation, person, school: school.id, role });
		await emit(ctx, 'person.changed', { person });
		return granted({ affiliation });
	});
}

/**
 * The school is in no register: it is added and the place there stated in one step, or neither. Its own
 * case is decided first.
 */
export async function addSchoolAndState(
	ctx: Context,
	{ role, ...school }: AddSchool & Pick<StateAffiliation, 'role'>,
) {
	demand(ctx, 'people.state-affiliation');
	// explained before a school is made that nobody then belongs to
	if (role === otherWork) return refused('other-work', 'role');
	return inTransaction(ctx, async (ctx) => {
		const added = await addSchool(ctx, school);
		return added.ok ? stateAffiliation(ctx, { school: added.value.school, role }) : added;
	});
}

type Stated = {
	readonly affiliation: AffiliationId;
	readonly person: PersonId;
	readonly school: School;
	readonly role: SchoolRole;
};

async function ask(ctx: Context, { affiliation, person, school, role }: Stated): Promise<void> {
	await openCase(ctx, {
		kind: 'affiliation',
		subject: affiliation,
		applicant: person,
		parties: [{ person, school: school.id }],
		stages: [[await organisationOf(ctx, school)]],
		waitsFor: { kind: 'school', subject: school.id },
		snapshot: snapshotOf(school, role),
	});
}

function organisationOf(ctx: Context, { country, region, language }: School) {
	return organisationFor(ctx, { country, ...(region && { region }), ...(language && { language }) });
}
