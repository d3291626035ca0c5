/** What the form of the rules of labels sends. */
import { z } from 'zod';
import { ruleBounds, type SetLabelRule } from '#domain/recognition';
import { id, wholeNumber } from '#shared/form-fields';
import { beginning } from '../setting-deeds.ts';

const within = ({ least, most }: { readonly least: number; readonly most: number }) =>
	wholeNumber(least, most);

export const labelsForm = z.object({
	organisation: z.union([z.literal(''), id()]).default(''),
	applicationsAYear: within(ruleBounds.applicationsAYear),
	pointsNeeded: within(ruleBounds.pointsNeeded),
	pointsEach: within(ruleBounds.pointsEach),
	feedbackLeast: within(ruleBounds.feedbackLeast),
	since: z.iso.date(),
});

export function ruleOfForm({ organisation, since, ...rule }: z.output<typeof labelsForm>, now: Date) {
	return {
		...rule,
		organisation: organisation || null,
		since: beginning(since, now),
	} satisfies SetLabelRule;
}
