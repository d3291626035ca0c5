/** What the form of the clocks sends. */
import { z } from 'zod';
import { everyKind, type SetClocks } from '#domain/support/central';
import { id, wholeNumber } from '#shared/form-fields';

/** In the address of a choice there is no asterisk. */
export const everywhereChoice = 'every';

export const clocksForm = z.object({
	kind: z.string().regex(/^[a-z-]{1,40}$/),
	organisation: z.union([z.literal(''), id()]).default(''),
	remind: wholeNumber(1, 200),
	escalate: wholeNumber(1, 400),
	since: z.iso.date(),
});
export const undoForm = z.object({ version: wholeNumber(1, 999_999_999) });

/** A change that begins today begins now. */
export function clocksOfForm(form: z.output<typeof clocksForm>, now: Date): SetClocks {
	const isToday = form.since === now.toISOString().slice(0, 10);
	return {
		kind: form.kind === everywhereChoice ? everyKind : form.kind,
		organisation: form.organisation || undefined,
		remind: form.remind,
		escalate: form.escalate,
		since: isToday ? now : new Date(`${form.since}T00:00:00Z`),
	};
}
