import { fail, redirect } from '@sveltejs/kit';
import { postFor, postLimits, reportForm, reportPost } from '#domain/spaces/updates';
import { twinSpaceFor } from '#domain/twinspaces';
import { t } from '#messages/spaces';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { enterTwinSpace } from '../../../enter.ts';
import { placeOfPost } from '../../../place-of-post.ts';
import { postInWords, reasonOptions } from '../../../posts-in-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	const { post } = await postFor(ctx, twinSpace.space.id, event.params.post);
	return {
		frame,
		back: placeOfPost(home, post),
		post: postInWords(post, ctx),
		reasons: reasonOptions(),
		most: postLimits.reportWords,
	};
};

export const actions = {
	report: async ({ request, locals, params }) => {
		const form = await readForm(request, 'report-post', reportForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		const report = { space: space.id, post: params.post, ...form.input };
		const outcome = await once(locals.ctx, form.sent, (ctx) => reportPost(ctx, report));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`spaces.refusal.${outcome.reason}`)) });
		const home = `/${params.lang}/projects/${project.address}/twinspace`;
		redirect(303, `${placeOfPost(home, outcome.value)}?told=reported`);
	},
} satisfies Actions;
