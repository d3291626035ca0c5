/** What the forms of one case send. */
import { z } from 'zod';
import { lookReasons } from '#domain/support';
import { choice, id, optionalText, text } from '#shared/form-fields';
import { languages } from '#shared/vocabulary';

const words = 1000;

export const lookForm = z.object({ reason: choice(lookReasons) });
export const grantForm = z.object({ step: id() });
export const askForm = z.object({ step: id(), words: text(words), language: choice(languages) });
export const refuseForm = z.object({
	step: id(),
	reason: z.string().regex(/^[a-z-]{1,40}$/),
	words: optionalText(words),
	language: choice(languages),
});
