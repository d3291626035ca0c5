/** What the form of the rules of evidence sends. */
import { z } from 'zod';
import { evidenceBounds, weights, type SetEvidenceRule } from '#domain/people';
import { choice, id, wholeNumber } from '#shared/form-fields';

const within = ({ least, most }: { readonly least: number; readonly most: number }) =>
	wholeNumber(least, most);

export const evidenceForm = z.object({
	organisation: z.union([z.literal(''), id()]).default(''),
	head: choice(weights),
	colleagues: choice(weights),
	colleaguesNeeded: within(evidenceBounds.colleaguesNeeded),
	colleagueAfterDays: within(evidenceBounds.colleagueAfterDays),
	linkDays: within(evidenceBounds.linkDays),
	remindAfterDays: within(evidenceBounds.remindAfterDays),
	since: z.iso.date(),
});

/** A change that begins today begins now. */
export function ruleOfForm({ organisation, since, ...rule }: z.output<typeof evidenceForm>, now: Date) {
	const isToday = since === now.toISOString().slice(0, 10);
	return {
		...rule,
		organisation: organisation || undefined,
		since: isToday ? now : new Date(`${since}T00:00:00Z`),
	} satisfies SetEvidenceRule;
}
