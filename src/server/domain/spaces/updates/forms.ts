/** What the forms of posts send. */
import { z } from 'zod';
import { choice, optionalText, text } from '#shared/form-fields';
import { languages } from '#shared/vocabulary';
import { postLimits, postReasons } from './post.ts';

/** Something somebody writes, and in which language. */
export const wordsForm = z.object({ words: text(postLimits.words), language: choice(languages) });

/** Why a teacher hides or removes a post. */
export const decisionForm = z.object({
	reason: choice(postReasons),
	words: optionalText(postLimits.reasonWords),
});
