/** An officer opens the personal data of a case: an act with a reason, good for thirty minutes. */
import type { Context } from '#platform/context';
import { audit } from '#platform/audit';
import { inTransaction } from '#platform/database';
import { NotFound, TooOften } from '#platform/errors';
import { countAgainst, giveBack, type Limit } from '#platform/limits';
import type { PersonId } from '#shared/actor';
import { demand } from './abilities.ts';
import { caseKind, type CaseId, type PersonsShown } from './case-kinds.ts';
import { lockCase, partiesOf, type CaseRow } from './cases.sql.ts';
import { insertLook, openedAbout, runningLook } from './looks.sql.ts';
import { caseFor } from './reach-case.ts';
import { officer } from './reach-step.ts';
import type { LookOccasion, LookReason } from './reasons.ts';

const minutes = 30;

/** A phished officer's session is cut off here; the line in the log is what the alarm hears. */
export const looksPerHour: Limit = { name: 'support.looks', most: 200, seconds: 3600 };

export type OpenLook = {
	readonly case: CaseId;
	readonly reason: LookReason;
	/** Another party of the case than whoever sent it. */
	readonly person?: PersonId;
};

/**
 * Opens the data of one person of the case, or answers with the look that runs already. Throws NotFound for a person
 * who is no party of it, TooOften past the cap of the hour: everybody who is shown is one look.
 */
export async function openLook(ctx: Context, input: OpenLook): Promise<{ readonly endsAt: Date }> {
	const { approval, standing } = await caseFor(ctx, input.case);
	demand(ctx, 'support.open-look', standing);
	const { office, person: looking } = officer(ctx);
	const person = input.person ?? approval.applicant_id;
	if (person !== approval.applicant_id) await demandParty(ctx, approval.id, person);
	const running = await runningLook(ctx, office, approval.id, person);
	if (running) return { endsAt: running.ends_at };
	const shown = person === approval.applicant_id ? await shownBy(ctx, approval) : nobodyElse;
	const counted = 1 + shown.persons.length + shown.others;
	await countLooks(ctx, looking, counted);
	return inTransaction(ctx, async (inside) => {
		// whoever clicks twice opens once: the second click waits for the first
		await lockCase(inside, approval.id);
		const meanwhile = await runningLook(inside, office, approval.id, person);
		if (meanwhile) {
			await giveBack(inside, looksPerHour, looking, counted);
			return { endsAt: meanwhile.ends_at };
		}
		const endsAt = endOfLook(ctx);
		const { reason } = input;
		const subject = { kind: approval.kind, id: approval.subject_id };
		for (const seen of [person, ...shown.persons]) {
			const other = seen === approval.applicant_id ? undefined : seen;
			const look = await insertLook(inside, { office, case: approval.id, person: other, reason, endsAt });
			const details = { look: look.id, case: approval.id, person: seen, reason };
			await audit(inside, 'support.look-opened', subject, details);
		}
		return { endsAt };
	});
}

export type OpenLooksAbout = {
	readonly persons: readonly PersonId[];
	readonly about: LookOccasion;
	readonly reason: LookReason;
};

/**
 * Opens the data of persons where no case is the way to them; who is open already stays so. Each counts as a look, is
 * written down and sees it. open-to-all here: the part that shows the data has demanded its own ability. Throws
 * TooOften past the cap of the hour.
 */
export async function openLooksAbout(
	ctx: Context,
	{ persons, about, reason }: OpenLooksAbout,
): Promise<{ readonly endsAt: Date }> {
	const { office, person: looking } = officer(ctx);
	const open = await openedAbout(ctx, office, about, persons);
	const closed = persons.filter((person) => !open.has(person));
	const endsAt = endOfLook(ctx);
	if (closed.length > 0) await countLooks(ctx, looking, closed.length);
	await inTransaction(ctx, async (inside) => {
		for (const person of closed) {
			const look = await insertLook(inside, { office, about, person, reason, endsAt });
			const details = { look: look.id, about, person, reason };
			await audit(inside, 'support.look-opened', { kind: 'person', id: person }, details);
		}
	});
	return { endsAt: [endsAt, ...open.values()].reduce((first, next) => (next < first ? next : first)) };
}

/**
 * Of these persons, those whose data the acting office may show now. The line in the audit log stands before this
 * answers: who asks reads. open-to-all here, like opening.
 */
export async function readAbout(
	ctx: Context,
	{ persons, about }: Pick<OpenLooksAbout, 'persons' | 'about'>,
): Promise<ReadonlySet<PersonId>> {
	const open = await openedAbout(ctx, officer(ctx).office, about, persons);
	for (const person of open.keys())
		await audit(ctx, 'support.person-read', { kind: 'person', id: person }, { about });
	return new Set(open.keys());
}

const nobodyElse: PersonsShown = { persons: [], others: 0 };

async function shownBy(ctx: Context, { kind, subject_id, applicant_id }: CaseRow): Promise<PersonsShown> {
	const shown = (await caseKind(kind).shows?.(ctx, subject_id)) ?? nobodyElse;
	return { ...shown, persons: shown.persons.filter((person) => person !== applicant_id) };
}

function endOfLook(ctx: Context): Date {
	return new Date(ctx.now.getTime() + minutes * 60_000);
}

async function demandParty(ctx: Context, id: CaseId, person: PersonId): Promise<void> {
	const parties = await partiesOf(ctx, [id]);
	if (!parties.some((party) => party.person_id === person)) throw new NotFound('person');
}

async function countLooks(ctx: Context, person: string, persons: number): Promise<void> {
	try {
		await countAgainst(ctx, looksPerHour, person, persons);
	} catch (error) {
		if (error instanceof TooOften) {
			await audit(ctx, 'support.look-cut-off', { kind: 'person', id: person }, { most: looksPerHour.most });
			ctx.log.warn({ alarm: 'looks-per-hour', person }, 'an officer opened the data of too many persons');
		}
		throw error;
	}
}
