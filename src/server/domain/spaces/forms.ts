/** What the forms of a space send. */
import { z } from 'zod';
import { choice, id, optionalText, text } from '#shared/form-fields';
import { languages } from '#shared/vocabulary';
import { memberRoles } from './rights.ts';

/** What a space says of itself. */
export const spaceForm = z.object({
	name: text(100),
	description: optionalText(2000),
	language: choice(languages),
});

/** Another role for a member. */
export const roleForm = z.object({ role: choice(memberRoles) });

/** Which pupils can be recognised on a file; none is an answer, too. */
export const tagForm = z.object({ pupils: z.array(id()).max(400).prefault([]) });
