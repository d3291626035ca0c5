/** Opens a case: a thing that support organisations must grant before it holds. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { Conflict } from '#platform/errors';
import type { PersonId } from '#shared/actor';
import { caseKind, type CaseId, type Snapshot } from './case-kinds.ts';
import { insertCase, lockCaseOf, replaceParties, type Party } from './cases.sql.ts';
import { beginRound, type Stages } from './rounds.ts';

export type OpenCase = {
	readonly kind: string;
	readonly subject: string;
	readonly applicant: PersonId;
	/** Everyone who may not decide: applicant, founders, each with the school they stand for. */
	readonly parties: readonly Party[];
	/** Stages in order; the organisations of one stage decide side by side, each once. */
	readonly stages: Stages;
	/** A thing that must be granted first; without a case of its own it is not waited for. */
	readonly waitsFor?: { readonly kind: string; readonly subject: string };
	/** What the thing looks like now, as facts by field. */
	readonly snapshot: Snapshot;
};

/**
 * Opens the case and begins its first stage, or lets it wait. Called by the part that owns the thing, in
 * its transaction; open-to-all actors here, because that part has demanded its own ability.
 * A thing has one case for ever: a second one throws Conflict, a correction is `reopenCase`.
 */
export async function openCase(ctx: Context, input: OpenCase): Promise<CaseId> {
	caseKind(input.kind);
	return inTransaction(ctx, async (inside) => {
		const awaited = input.waitsFor && (await lockCaseOf(inside, input.waitsFor.kind, input.waitsFor.subject));
		const id = await insertCase(inside, { ...input, waitsFor: awaited?.id });
		if (id === undefined) throw new Conflict('case-exists', { kind: input.kind });
		await replaceParties(inside, id, withApplicant(input.applicant, input.parties));
		const approval = {
			id,
			kind: input.kind,
			subject_id: input.subject,
			applicant_id: input.applicant,
			waits_for: awaited?.id ?? null,
		};
		await beginRound(inside, approval, { round: 1, stages: input.stages, snapshot: input.snapshot });
		return id;
	});
}

/** The applicant is a party, named or not; each person once. */
export function withApplicant(applicant: PersonId, parties: readonly Party[]): Party[] {
	const byPerson = new Map<PersonId, Party>([[applicant, { person: applicant }]]);
	for (const party of parties) byPerson.set(party.person, party);
	return [...byPerson.values()];
}
