/** What the forms about labels carry. */
import { z } from 'zod';
import { choices, id, optionalText, wholeNumber } from '#shared/form-fields';
import { applicationLimits as most, checks, reviewable, type Application } from './label.ts';

/** The application as it is saved: anything may be missing, nothing may be too much. */
export const applicationForm = z.object({
	version: wholeNumber(0, 999_999_999),
	checks: choices(checks),
	collaboration: optionalText(most.text),
	technology: optionalText(most.text),
	pedagogy: optionalText(most.text),
	curriculum: optionalText(most.text),
	results: optionalText(most.text),
	evidence: z.array(id()).max(most.evidence).prefault([]),
	review: choices(reviewable),
	note: optionalText(most.note),
});

export type ApplicationInput = z.output<typeof applicationForm>;

/** The application in what the form carried. */
export function applicationOf({ version: _, ...rest }: ApplicationInput): Application {
	const evidence = [...new Set(rest.evidence)];
	return {
		...rest,
		evidence,
		checks: checks.filter((check) => rest.checks.includes(check)),
		review: reviewable.filter((each) => rest.review.includes(each)),
	};
}
