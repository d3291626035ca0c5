/** An educator brings a cohort in: its list is read, everybody on it invited, and an officer asked. */
import { personCards } from '#domain/people';
import { schoolFor, type SchoolCard } from '#domain/schools';
import { openCase, organisationFor, reopenCase } from '#domain/support';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { newId } from '#platform/ids';
import { granted, refused, type Result } from '#platform/result';
import { personOf } from '#shared/actor';
import { demand } from './abilities.ts';
import { isPossibleEnd, type CohortId } from './cohort.ts';
import { insertCohort, lettersSince } from './cohorts.sql.ts';
import { newInvitation, writeInvitation } from './letters.ts';
import { ownInstitutions, reachCohort } from './reach-cohort.ts';
import { readStudentList } from './student-list.ts';
import { insertStudents } from './students.sql.ts';

/** So many invitations one educator may have written within a day: two large cohorts. */
export const lettersADay = 400;
const day = 24 * 3600 * 1000;

export type MakeCohort = {
	readonly school: string;
	readonly name: string;
	readonly endsOn: string;
	/** As it was pasted. */
	readonly list: string;
};

/** `list-unclear`: at least one line needs mending; the preview says which. */
export type CohortRefusal = 'list-empty' | 'list-unclear' | 'end-impossible' | 'too-many-today';

/** The cohort, its invitations on their way, its case at the desk of the institution. */
export async function makeCohort(
	ctx: Context,
	{ school, name, endsOn, list }: MakeCohort,
): Promise<Result<{ readonly cohort: CohortId }, CohortRefusal>> {
	const institution = (await ownInstitutions(ctx)).find(({ id }) => id === school);
	if (!institution) throw new NotFound('school');
	demand(ctx, 'cohort.look-after', { educates: true });
	const educator = personOf(ctx.actor);
	if (educator === undefined) throw new NotFound('person');
	if (!isPossibleEnd(endsOn, ctx.now)) return refused('end-impossible', 'endsOn');
	const people = readStudentList(list);
	if (people.length === 0) return refused('list-empty', 'list');
	if (people.some(({ problem }) => problem)) return refused('list-unclear', 'list');
	return inTransaction(ctx, async (inside) => {
		const written = await lettersSince(inside, educator, new Date(ctx.now.getTime() - day));
		if (written + people.length > lettersADay) return refused('too-many-today', 'list');
		const cohort = newId();
		await insertCohort(inside, { id: cohort, school, educator, name, endsOn });
		await invite(inside, { cohort, name, institution, educator }, people);
		await openCase(inside, {
			kind: 'cohort',
			subject: cohort,
			applicant: educator,
			parties: [{ person: educator, school }],
			stages: [[await organisationOf(inside, school)]],
			snapshot: snapshotOf(institution, { name, endsOn, students: people.length }),
		});
		await audit(inside, 'cohorts.make', { kind: 'cohort', id: cohort }, { students: people.length });
		return granted({ cohort });
	});
}

/** After a refusal: the same cohort, with a word to the officer. */
export async function sendCohortAgain(
	ctx: Context,
	{ cohort: id, note }: { readonly cohort: CohortId; readonly note: string },
): Promise<Result<undefined, 'already-granted'>> {
	const { cohort, institution } = await reachCohort(ctx, id);
	demand(ctx, 'cohort.look-after', { educates: true });
	return inTransaction(ctx, async (inside) => {
		const outcome = await reopenCase(inside, {
			kind: 'cohort',
			subject: cohort.id,
			snapshot: snapshotOf(institution, cohort),
			...(note !== '' && { note, noteLocale: ctx.locale }),
		});
		return outcome.ok ? granted() : outcome;
	});
}

type Inviting = {
	readonly cohort: CohortId;
	readonly name: string;
	readonly institution: SchoolCard;
	readonly educator: string;
};

async function invite(
	ctx: Context,
	{ cohort, name, institution, educator }: Inviting,
	people: readonly { readonly name: string; readonly email: string }[],
): Promise<void> {
	const from = (await personCards(ctx, [educator])).get(educator)?.name ?? '';
	const invited = people.map((person) => ({ ...person, id: newId(), ...newInvitation(ctx) }));
	await insertStudents(ctx, cohort, invited);
	for (const student of invited) {
		const letter = { educator: from, institution: institution.name, cohort: name };
		await writeInvitation(ctx, { ...student, ...letter }, student);
	}
}

function snapshotOf(
	{ name: institution, town, country }: SchoolCard,
	{ name, endsOn, students }: { readonly name: string; readonly endsOn: string; readonly students: number },
) {
	return { institution, town, country, cohort: name, students, endsOn };
}

async function organisationOf(ctx: Context, school: string) {
	const { country, region, language } = await schoolFor(ctx, school);
	return organisationFor(ctx, { country, ...(region && { region }), ...(language && { language }) });
}
