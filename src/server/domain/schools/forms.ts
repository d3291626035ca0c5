/** The forms about schools: a teacher corrects the one they added, or tells what is wrong with any. */
import { z } from 'zod';
import { choice, choices, id, optionalText, text } from '#shared/form-fields';
import { schoolLevels } from '#shared/vocabulary';
import { hintKinds } from './hints/hint.ts';

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

export const partSchoolsForm = z.object({ join: id() });

export const institutionForm = z.object({
	country: z.string().regex(/^[A-Z]{2}$/),
	name: text(200),
	town: text(100),
	website: optionalText(300),
});

export const hintForm = z.object({
	kind: choice(hintKinds),
	name: optionalText(200),
	town: optionalText(100),
	address: optionalText(200),
	postcode: optionalText(20),
	website: optionalText(300),
	words: optionalText(1000),
});
