/** What the form of the rules of evidence sends. */
import { z } from 'zod';
import { evidenceBounds, weights, type SetEvidenceRule } from '#domain/people';
import { choice, id, wholeNumber } from '#shared/form-fields';
import { beginning } from '../setting-deeds.ts';

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

export function ruleOfForm({ organisation, since, ...rule }: z.output<typeof evidenceForm>, now: Date) {
	return {
		...rule,
		organisation: organisation || null,
		since: beginning(since, now),
	} satisfies SetEvidenceRule;
}
