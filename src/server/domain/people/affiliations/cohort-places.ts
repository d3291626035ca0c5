/** Places that a cohort of student teachers gives: its case decides about all of them, and its end ends them. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { granted, refused, type Result } from '#platform/result';
import type { PersonId } from '#shared/actor';
import type { AffiliationId } from './affiliation.ts';
import {
	affiliationsById,
	insertAffiliation,
	insertEnding,
	insertValidation,
	lockPerson,
	runningAffiliation,
	runningAffiliations,
} from './affiliations.sql.ts';

/** A place as trainee teacher, without a case of its own. The part of the cohort has looked at the invitation: open-to-all. */
export async function enterCohortPlace(
	ctx: Context,
	{ person, school }: { readonly person: PersonId; readonly school: string },
): Promise<Result<{ readonly affiliation: AffiliationId }, 'stated-before'>> {
	return inTransaction(ctx, async (inside) => {
		await lockPerson(inside, person);
		const places = await runningAffiliations(inside, [person]);
		if (places.some((place) => place.school === school)) return refused('stated-before');
		const affiliation = newId();
		const isDefault = places.length === 0;
		await insertAffiliation(inside, { id: affiliation, person, school, role: 'trainee-teacher', isDefault });
		await emit(inside, 'person.changed', { person });
		return granted({ affiliation });
	});
}

/** The cohort is approved: those among these places that still run are validated by its case. open-to-all, as above. */
export async function validateCohortPlaces(
	ctx: Context,
	{
		affiliations,
		case: approval,
	}: { readonly affiliations: readonly AffiliationId[]; readonly case: string },
): Promise<void> {
	await inTransaction(ctx, async (inside) => {
		for (const id of affiliations) {
			const place = await runningAffiliation(inside, id);
			if (place?.state !== 'stated') continue;
			const { person, school } = place;
			await insertValidation(inside, id, approval);
			await emit(inside, 'affiliation.validated', { person, affiliation: id, school });
			await emit(inside, 'person.changed', { person });
		}
	});
}

/** The studies are over: what still runs of these places ends. Returns whose. open-to-all, as above. */
export async function endCohortPlaces(
	ctx: Context,
	affiliations: readonly AffiliationId[],
): Promise<PersonId[]> {
	return inTransaction(ctx, async (inside) => {
		const ended: PersonId[] = [];
		for (const { id, person } of await affiliationsById(inside, affiliations)) {
			if (!(await runningAffiliation(inside, id))) continue;
			await insertEnding(inside, { id, person }, person);
			await audit(inside, 'people.affiliation-ended', { kind: 'affiliation', id });
			await emit(inside, 'person.changed', { person });
			ended.push(person);
		}
		return ended;
	});
}
