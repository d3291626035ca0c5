import { fail, redirect } from '@sveltejs/kit';
import { bulletinFor, postLimits, wordsForm, writeInBulletin } from '#domain/spaces/updates';
import { twinSpaceFor } from '#domain/twinspaces';
import { t } from '#messages/spaces';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { languageChoices } from '../../../../choices.ts';
import { enterTwinSpace } from '../enter.ts';
import { cursorIn, olderThan } from '../older.ts';
import { threadsInWords } from '../posts-in-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx, locale } = event.locals;
	const { twinSpace, frame, home, rights } = await enterTwinSpace(event);
	const { threads, older } = await bulletinFor(ctx, twinSpace.space, cursorIn(event.url));
	return {
		frame,
		home,
		threads: threadsInWords(threads, ctx),
		older: olderThan(older),
		mayWrite: rights.has('bulletin.write'),
		most: postLimits.words,
		languages: languageChoices(locale),
	};
};

export const actions = {
	write: async ({ request, locals, params }) => {
		const form = await readForm(request, 'write-bulletin', wordsForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { words, language: locale } = form.input;
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		const outcome = await once(locals.ctx, form.sent, (ctx) =>
			writeInBulletin(ctx, { space: space.id, words, locale }),
		);
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`spaces.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/projects/${project.address}/twinspace/bulletin`);
	},
} satisfies Actions;
