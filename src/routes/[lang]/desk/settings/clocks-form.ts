/** What the form of the clocks sends. */
import { z } from 'zod';
import { everyKind, type SetClocks } from '#domain/support/central';
import { id, wholeNumber } from '#shared/form-fields';
import { beginning } from './setting-deeds.ts';

/** In the address of a choice there is no asterisk. */
export const everywhereChoice = 'every';

export const clocksForm = z.object({
	kind: z.string().regex(/^[a-z-]{1,40}$/),
	organisation: z.union([z.literal(''), id()]).default(''),
	remind: wholeNumber(1, 200),
	escalate: wholeNumber(1, 400),
	since: z.iso.date(),
});

export function clocksOfForm(form: z.output<typeof clocksForm>, now: Date): SetClocks {
	return {
		kind: form.kind === everywhereChoice ? everyKind : form.kind,
		organisation: form.organisation || undefined,
		remind: form.remind,
		escalate: form.escalate,
		since: beginning(form.since, now),
	};
}
