import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { inGroups, ownSignFor, replaceOwnCode, replaceOwnPictures } from '#domain/pupils';
import { t } from '#messages/pupils';
import { refusedTooOften } from '#platform/limits';
import { readForm } from '#platform/sent-form';
import { text } from '#shared/form-fields';
import { picturesOfCode } from '#shared/pictures';
import { inOneRow, tap, tapped } from '../tapped-pictures.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ sign: await ownSignFor(locals.ctx) });

const codeForm = z.object({ present: text(200) });
/** Eight taps: four that are now, then four new ones. */
const picturesForm = z.object({ tapped, picture: tap });

export const actions = {
	code: async ({ request, locals }) => {
		const form = await readForm(request, 'code', codeForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		// told once and kept nowhere: the old code opens nothing for who sends this again
		const outcome = await replaceOwnCode(locals.ctx, form.input.present).catch(refusedTooOften);
		if (outcome.ok) return { code: inGroups(outcome.value.code) };
		const status = outcome.reason === 'too-often' ? 429 : 409;
		return fail(status, { reply: form.refusal(t(`pupils.refusal.${outcome.reason}`)) });
	},
	pictures: async ({ request, locals }) => {
		const form = await readForm(request, 'pictures', picturesForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const row = [...form.input.tapped, ...form.input.picture];
		if (row.length < 2 * picturesOfCode) return { tapped: inOneRow(row), row };
		const change = { present: row.slice(0, picturesOfCode), fresh: row.slice(picturesOfCode) };
		const outcome = await replaceOwnPictures(locals.ctx, change).catch(refusedTooOften);
		if (outcome.ok) return { changed: true };
		const status = outcome.reason === 'too-often' ? 429 : 409;
		return fail(status, { reply: form.refusal(t(`pupils.refusal.${outcome.reason}`)) });
	},
} satisfies Actions;
