/** What the forms of the forum send. */
import { z } from 'zod';
import { wordsForm } from '#domain/spaces/updates';
import { choice, text } from '#shared/form-fields';
import { languages } from '#shared/vocabulary';
import { forumLimits, steerings } from './thread.ts';

/** A new discussion. */
export const discussionForm = z.object({ title: text(forumLimits.title), language: choice(languages) });

/** A discussion to bring back. */
export const bringBackForm = z.object({ discussion: z.uuid() });

/** A new thread. */
export const threadForm = wordsForm.extend({ title: text(forumLimits.title) });

/** What becomes of a thread. */
export const steerForm = z.object({ how: choice(steerings) });
