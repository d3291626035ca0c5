/** What the forms send that decide several cases. */
import { z } from 'zod';
import { id, optionalText } from '#shared/form-fields';
import { languages } from '#shared/vocabulary';

/** A page of the queue at most. */
const most = 50;

export const bulkForm = z.object({
	step: z.array(id()).max(most).prefault([]),
	decision: z.enum(['granted', 'refused']),
	reason: z
		.string()
		.regex(/^[a-z-]{0,40}$/)
		.default(''),
	words: optionalText(1000),
	language: z.enum(languages),
});
export const undoForm = z.object({ bulk: id() });
