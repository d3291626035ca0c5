/** What the forms of posts send. */
import { z } from 'zod';
import { choice, optionalText, text } from '#shared/form-fields';
import { languages } from '#shared/vocabulary';
import { outcomes, postLimits, postReasons } from './post.ts';

/** Something somebody writes, and in which language. */
export const wordsForm = z.object({ words: text(postLimits.words), language: choice(languages) });

/** Why somebody reports a post. */
export const reportForm = z.object({
	reason: choice(postReasons),
	words: optionalText(postLimits.reportWords),
});

/** Why a teacher hides or removes a post. */
export const decisionForm = z.object({
	reason: choice(postReasons),
	words: optionalText(postLimits.reasonWords),
});

/** How a teacher settles what was reported; the reason is told to the author unless the post is kept. */
export const settleForm = decisionForm.extend({ outcome: choice(outcomes) });
