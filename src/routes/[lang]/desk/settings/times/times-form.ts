/** What the form of how long things are kept sends. */
import { z } from 'zod';
import type { SetTime } from '#domain/privacy';
import { retentionRules } from '#platform/retention';
import { choice, wholeNumber } from '#shared/form-fields';
import { beginning } from '../setting-deeds.ts';

export const timesForm = z.object({
	rule: choice(retentionRules),
	amount: wholeNumber(1, 999),
	since: z.iso.date(),
});

export function timeOfForm({ rule, amount, since }: z.output<typeof timesForm>, now: Date): SetTime {
	return { rule, amount, since: beginning(since, now) };
}
