/** What the forms of a TwinSpace send. */
import { z } from 'zod';
import { id, mustTick, wholeNumber } from '#shared/form-fields';

/** Which class comes in. */
export const bringClassForm = z.object({ class: id() });

/** Which version becomes public, and the confirmation that no pupil is named or recognisable. */
export const publishForm = z.object({
	version: wholeNumber(1, 1_000_000),
	/** Where its log stood: a version that is written together may have gone on since it was looked at. */
	written: wholeNumber(0, 100_000_000).prefault('0'),
	confirmed: mustTick(),
	/** Pupils who can be recognised on it. */
	pupils: z.array(id()).max(100).prefault([]),
});
