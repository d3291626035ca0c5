import { error, fail, redirect } from '@sveltejs/kit';
import { mendPost, postFor, postLimits, wordsForm } from '#domain/spaces/updates';
import { twinSpaceFor } from '#domain/twinspaces';
import { t } from '#messages/spaces';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { languageChoices } from '../../../../../../choices.ts';
import { enterTwinSpace } from '../../../enter.ts';
import { placeOfPost } from '../../../place-of-post.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx, locale } = event.locals;
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	const { post } = await postFor(ctx, twinSpace.space.id, event.params.post);
	if (!post.may.has('mend')) error(403);
	return {
		frame,
		back: placeOfPost(home, post),
		words: post.words ?? '',
		language: post.locale,
		most: postLimits.words,
		languages: languageChoices(locale),
	};
};

export const actions = {
	mend: async ({ request, locals, params }) => {
		const form = await readForm(request, 'mend-post', wordsForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { words, language: locale } = form.input;
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		const { post } = await postFor(locals.ctx, space.id, params.post);
		const mended = { space: space.id, post: post.id, words, locale };
		const outcome = await once(locals.ctx, form.sent, (ctx) => mendPost(ctx, mended));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`spaces.refusal.${outcome.reason}`)) });
		const home = `/${params.lang}/projects/${project.address}/twinspace`;
		redirect(303, `${placeOfPost(home, post)}#post-${post.id}`);
	},
} satisfies Actions;
