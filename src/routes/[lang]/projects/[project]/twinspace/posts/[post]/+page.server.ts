import { fail, redirect } from '@sveltejs/kit';
import { answerPost, postLimits, threadFor, wordsForm } from '#domain/spaces/updates';
import { twinSpaceFor } from '#domain/twinspaces';
import { t } from '#messages/spaces';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { enterTwinSpace } from '../../enter.ts';
import { languageChoices } from '../../../../../choices.ts';
import { threadsInWords } from '../../posts-in-words.ts';
import { placeOfPost } from '../../place-of-post.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx, locale } = event.locals;
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	const thread = await threadFor(ctx, twinSpace.space, event.params.post);
	return {
		frame,
		home,
		threads: threadsInWords([thread], ctx),
		back: placeOfPost(home, thread),
		mayAnswer: thread.may.has('answer'),
		most: postLimits.words,
		languages: languageChoices(locale),
	};
};

export const actions = {
	answer: async ({ request, locals, params }) => {
		const form = await readForm(request, 'answer-post', wordsForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { words, language: locale } = form.input;
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		const answer = { space: space.id, post: params.post, words, locale };
		const outcome = await once(locals.ctx, form.sent, (ctx) => answerPost(ctx, answer));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`spaces.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/projects/${project.address}/twinspace/posts/${params.post}`);
	},
} satisfies Actions;
