/** Nobody decides a case in which they are a party or a colleague of one at the same school. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import { caseKind, standingOf, type CaseId } from './case-kinds.ts';
import { casesById, partiesOf, type PartyRow } from './cases.sql.ts';

export type Conflict = 'party' | 'colleague';

/** Of each case, the persons asked about who may not decide it, and why. */
export async function conflictsOf(
	ctx: Context,
	persons: readonly PersonId[],
	cases: readonly CaseId[],
): Promise<Map<CaseId, Map<PersonId, Conflict>>> {
	if (persons.length === 0 || cases.length === 0) return new Map();
	const parties = [...(await partiesOf(ctx, cases)), ...(await nearTo(ctx, cases))];
	const everyone = new Set([...persons, ...parties.map((party) => party.person_id)]);
	const schools = await schoolsOf(ctx, [...everyone]);
	return new Map(
		cases.map((id) => [
			id,
			conflictsIn(
				parties.filter((party) => party.case_id === id),
				persons,
				schools,
			),
		]),
	);
}

/** Those whom a kind names besides the parties, as they are now. */
async function nearTo(ctx: Context, cases: readonly CaseId[]): Promise<PartyRow[]> {
	const about = await casesById(ctx, cases);
	const found: PartyRow[] = [];
	for (const kind of new Set(about.map((each) => each.kind))) {
		const ofKind = about.filter((each) => each.kind === kind);
		const near = await caseKind(kind).near?.(
			ctx,
			ofKind.map((each) => each.subject_id),
		);
		for (const { id, subject_id } of ofKind)
			for (const { person, school } of near?.get(subject_id) ?? [])
				found.push({ case_id: id, person_id: person, school_id: school ?? null });
	}
	return found;
}

function conflictsIn(
	parties: readonly PartyRow[],
	persons: readonly PersonId[],
	schools: ReadonlyMap<PersonId, ReadonlySet<string>>,
): Map<PersonId, Conflict> {
	const applicants = new Set(parties.map((party) => party.person_id));
	const theirs = new Set(
		parties.flatMap((party) => [
			...(party.school_id ? [party.school_id] : []),
			...(schools.get(party.person_id) ?? []),
		]),
	);
	const found = new Map<PersonId, Conflict>();
	for (const person of persons) {
		if (applicants.has(person)) found.set(person, 'party');
		else if ([...(schools.get(person) ?? [])].some((school) => theirs.has(school)))
			found.set(person, 'colleague');
	}
	return found;
}

async function schoolsOf(
	ctx: Context,
	persons: readonly PersonId[],
): Promise<Map<PersonId, ReadonlySet<string>>> {
	const standing = await standingOf(ctx, persons);
	return new Map([...standing].map(([person, { schools }]) => [person, new Set(schools)]));
}
