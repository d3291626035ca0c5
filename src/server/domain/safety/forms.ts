/** What the forms of safety send. */
import { z } from 'zod';
import { choice, optionalText, text } from '#shared/form-fields';
import { limits, outcomes, reasons } from './matter.ts';
import { suspensionDays } from './suspend.ts';
import { waitingRules } from './words.sql.ts';

export const reportForm = z.object({ reason: choice(reasons), words: optionalText(limits.words) });
export const settleForm = z.object({
	outcome: choice(outcomes),
	reason: choice(reasons),
	words: optionalText(limits.words),
});
/** A support organisation always says why in words. */
export const settleAtDeskForm = settleForm.extend({ words: text(limits.words) });
export const appealForm = z.object({ words: text(limits.words) });
export const lookUpForm = z.object({ number: text(40) });
export const waitingForm = z.object({ waits: choice(waitingRules) });
export const suspendForm = z.object({
	days: choice(suspensionDays.map(String) as unknown as readonly [string, ...string[]]).transform(Number),
	reason: choice(reasons),
	words: text(limits.words),
});
