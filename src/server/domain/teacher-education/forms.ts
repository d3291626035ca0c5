/** The forms about cohorts. */
import { z } from 'zod';
import { id, optionalText, text } from '#shared/form-fields';

const day = z
	.string()
	.trim()
	.regex(/^\d{4}-\d{2}-\d{2}$/);

export const makeCohortForm = z.object({ school: id(), name: text(80), endsOn: day, list: text(100_000) });
export const studentForm = z.object({ student: id() });
export const cohortAgainForm = z.object({ note: optionalText(1000) });
/** No name is asked: the educator has written it. */
export const joinInvitedForm = z.object({ name: text(100), password: z.string().max(500) });
