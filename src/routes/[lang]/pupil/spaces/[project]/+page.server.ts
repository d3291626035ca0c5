import { fail, redirect } from '@sveltejs/kit';
import { postLimits, wallFor, wordsForm, writeOnWall } from '#domain/spaces/updates';
import { twinSpaceFor } from '#domain/twinspaces';
import { t } from '#messages/spaces';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { threadsInWords } from '../../../projects/[project]/twinspace/posts-in-words.ts';
import { answerOnWall } from './answer.ts';
import { enterAsPupil } from './enter.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home } = await enterAsPupil(event);
	const { threads } = await wallFor(ctx, twinSpace.space, twinSpace.space.me.id);
	return {
		frame,
		home,
		threads: threadsInWords(threads, ctx),
		most: postLimits.words,
		told: event.url.searchParams.get('told'),
	};
};

export const actions = {
	write: async ({ request, locals, params }) => {
		const form = await readForm(request, 'write', wordsForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { words, language: locale } = form.input;
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		const outcome = await once(locals.ctx, form.sent, (ctx) =>
			writeOnWall(ctx, { space: space.id, words, locale }),
		);
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`spaces.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/pupil/spaces/${project.address}`);
	},
	answer: answerOnWall,
} satisfies Actions;
