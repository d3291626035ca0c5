/** Persons at the desk: only through the cases that lie there, and their data only under a look. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { t } from '#messages/support';
import type { PersonId } from '#shared/actor';
import { formatTime } from '#shared/format';
import { demand } from './abilities.ts';
import { describeCases, type CaseId } from './case-kinds.ts';
import { casesOfPartyAtDesk, partiesAmongAtDesk } from './persons.sql.ts';
import { runningLookAt } from './looks.sql.ts';
import { organisationsById } from './organisations.sql.ts';
import { deskOf, kindName } from './read-queue.ts';
import { officer } from './reach-step.ts';

export type CaseOfPerson = {
	readonly case: CaseId;
	readonly kindName: string;
	readonly title: string;
	readonly titleLocale: string | undefined;
	readonly place: string | undefined;
	readonly openedAt: Date;
	/** How its last round ended; running while it has not. */
	readonly outcome: 'granted' | 'refused' | 'withdrawn' | 'running';
};

/** Of these persons, those who are a party of some case at the acting officer's desk. */
export async function personsAtDesk(ctx: Context, persons: readonly PersonId[]): Promise<Set<PersonId>> {
	demand(ctx, 'support.see-queue');
	return persons.length === 0 ? new Set() : partiesAmongAtDesk(ctx, await deskOf(ctx), persons);
}

/** The person's cases at the acting officer's desk, the newest first: none, no way to the person. */
export async function casesOfPerson(ctx: Context, person: PersonId): Promise<CaseOfPerson[]> {
	demand(ctx, 'support.see-queue');
	const rows = await casesOfPartyAtDesk(ctx, await deskOf(ctx), person);
	const described = await describeCases(ctx, rows);
	return rows.map(({ id, kind, openedAt, outcome }) => ({
		case: id,
		kindName: kindName(kind),
		title: described.get(id)?.title ?? t('support.case.gone'),
		titleLocale: described.get(id)?.locale,
		place: described.get(id)?.place,
		openedAt,
		outcome: (outcome ?? 'running') as CaseOfPerson['outcome'],
	}));
}

/**
 * Whether the acting office may read this person now, and until when. Where it may, the line in the audit log stands
 * before this answers: who asks reads. `seen` names what is shown, never what stands in it.
 */
export async function readUnderLook(
	ctx: Context,
	person: PersonId,
	seen: readonly string[],
): Promise<{ readonly untilText: string } | undefined> {
	demand(ctx, 'support.see-queue');
	const look = await runningLookAt(ctx, officer(ctx).office, person);
	if (!look) return undefined;
	const details = { look: look.id, case: look.case_id, fields: seen };
	await audit(ctx, 'support.person-read', { kind: 'person', id: person }, details);
	const [desk] = await organisationsById(ctx, [officer(ctx).organisation]);
	return { untilText: formatTime(look.ends_at, ctx.locale, desk?.time_zone ?? 'UTC') };
}
