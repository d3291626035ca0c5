/** The form by which a teacher corrects a school that no register has. */
import { z } from 'zod';
import { choices, optionalText, text } from '#shared/form-fields';
import { schoolLevels } from '#shared/vocabulary';

export const correctSchoolForm = z.object({
	country: z.string().regex(/^[A-Z]{2}$/),
	name: text(200),
	town: text(100),
	address: optionalText(200),
	postcode: optionalText(20),
	website: optionalText(300),
	levels: choices(schoolLevels),
	note: optionalText(1000),
});
