/** What the forms of posts send. */
import { z } from 'zod';
import { choice, optionalText, text } from '#shared/form-fields';
import { languages } from '#shared/vocabulary';
import { postLimits, postReasons } from './post.ts';

/** Something somebody writes, and in which language. */
export const wordsForm = z.object({ words: text(postLimits.words), language: choice(languages) });

/** A small thing done with a post, or taken back, and where its reader was. The button carries both: `POST yes`. */
export const careForm = z.object({
	care: z
		.string()
		.regex(/^[0-9a-f-]{36} (yes|no)$/)
		.transform((sent) => ({ post: sent.slice(0, 36), on: sent.endsWith('yes') })),
	back: optionalText(500),
});

/** Why a teacher hides or removes a post. */
export const decisionForm = z.object({
	reason: choice(postReasons),
	words: optionalText(postLimits.reasonWords),
});
