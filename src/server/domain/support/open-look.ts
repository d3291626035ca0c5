/** An officer opens the personal data of a case: an act with a reason, good for thirty minutes. */
import type { Context } from '#platform/context';
import { audit } from '#platform/audit';
import { inTransaction } from '#platform/database';
import { NotFound, TooOften } from '#platform/errors';
import { countAgainst, giveBack, type Limit } from '#platform/limits';
import type { PersonId } from '#shared/actor';
import { demand } from './abilities.ts';
import type { CaseId } from './case-kinds.ts';
import { lockCase, partiesOf } from './cases.sql.ts';
import { insertLook, runningLook } from './looks.sql.ts';
import { caseFor } from './reach-case.ts';
import { officer } from './reach-step.ts';
import type { LookReason } from './reasons.ts';

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
 * who is no party of it, TooOften past the cap of the hour: one look is one person.
 */
export async function openLook(ctx: Context, input: OpenLook): Promise<{ readonly endsAt: Date }> {
	const { approval, standing } = await caseFor(ctx, input.case);
	demand(ctx, 'support.open-look', standing);
	const { office, person: looking } = officer(ctx);
	const person = input.person ?? approval.applicant_id;
	if (person !== approval.applicant_id) await demandParty(ctx, approval.id, person);
	const running = await runningLook(ctx, office, approval.id, person);
	if (running) return { endsAt: running.ends_at };
	await countLook(ctx, looking);
	return inTransaction(ctx, async (inside) => {
		// whoever clicks twice opens once: the second click waits for the first
		await lockCase(inside, approval.id);
		const meanwhile = await runningLook(inside, office, approval.id, person);
		if (meanwhile) {
			await giveBack(inside, looksPerHour, looking);
			return { endsAt: meanwhile.ends_at };
		}
		const endsAt = new Date(ctx.now.getTime() + minutes * 60_000);
		const other = person === approval.applicant_id ? undefined : person;
		const { reason } = input;
		const look = await insertLook(inside, { office, case: approval.id, person: other, reason, endsAt });
		const subject = { kind: approval.kind, id: approval.subject_id };
		await audit(inside, 'support.look-opened', subject, {
			look: look.id,
			case: approval.id,
			person,
			reason,
		});
		return { endsAt };
	});
}

async function demandParty(ctx: Context, id: CaseId, person: PersonId): Promise<void> {
	const parties = await partiesOf(ctx, [id]);
	if (!parties.some((party) => party.person_id === person)) throw new NotFound('person');
}

async function countLook(ctx: Context, person: string): Promise<void> {
	try {
		await countAgainst(ctx, looksPerHour, person);
	} catch (error) {
		if (error instanceof TooOften) {
			await audit(ctx, 'support.look-cut-off', { kind: 'person', id: person }, { most: looksPerHour.most });
			ctx.log.warn({ alarm: 'looks-per-hour', person }, 'an officer opened too many cases');
		}
		throw error;
	}
}
