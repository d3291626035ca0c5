/** Messages of `form`; made by scripts/messages.ts from messages/en/form.json. */
import { messagesOf } from '#platform/messages';
import type { NoValues } from '#shared/message-types';

type Arguments = {
	'form.problem.choose': NoValues;
	'form.problem.invalid': NoValues;
	'form.problem.missing': NoValues;
	'form.problem.too-big': { most: number };
	'form.problem.too-few': { least: number };
	'form.problem.too-long': { most: number };
	'form.problem.too-many': { most: number };
	'form.problem.too-short': { least: number };
	'form.problem.too-small': { least: number };
};

/** The texts of `form` in the reader’s language. */
export const t = messagesOf<Arguments>('form');
