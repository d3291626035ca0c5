/** What the form of the ages of consent sends. */
import { z } from 'zod';
import type { SetConsentAge } from '#domain/pupils';
import { text, wholeNumber } from '#shared/form-fields';
import { beginning } from '../setting-deeds.ts';

export const agesForm = z.object({
	country: z.string().regex(/^[A-Z]{2}$/),
	age: wholeNumber(13, 16),
	source: text(300),
	since: z.iso.date(),
});

export function ageOfForm({ since, ...age }: z.output<typeof agesForm>, now: Date): SetConsentAge {
	return { ...age, since: beginning(since, now) };
}
