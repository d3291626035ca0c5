/** The audit log: who did what to whom, in the transaction of the deed. The application can only append. */
import { personOf, type PersonId } from '#shared/actor';
import type { Context } from './context.ts';

export type AuditSubject = { readonly kind: string; readonly id?: string };

/** Appends one line. Details hold ids and facts, never words people wrote. */
export async function audit(
	ctx: Context,
	action: string,
	subject: AuditSubject,
	details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
	const { actor } = ctx;
	await ctx.db
		.insertInto('platform.audit_entry')
		.values({
			at: ctx.now,
			actor_kind: actor.kind,
			actor_id: personOf(actor) ?? (actor.kind === 'pupil' ? actor.pupil : null),
			office_id: actor.kind === 'officer' ? actor.office : null,
			action,
			subject_kind: subject.kind,
			subject_id: subject.id ?? null,
			details: JSON.stringify(details),
		})
		.execute();
}

/** What a person did, for that person's export. */
export async function deedsOf(ctx: Context, person: PersonId) {
	return ctx.db
		.selectFrom('platform.audit_entry')
		.select(['at', 'action', 'subject_kind', 'details'])
		.where('actor_id', '=', person)
		.orderBy('id')
		.execute();
}
