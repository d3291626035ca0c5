import { fail, redirect } from '@sveltejs/kit';
import { limits, reasonsInRoom, reportForm, reportThing } from '#domain/safety';
import { postFor, postKind } from '#domain/spaces/updates';
import { twinSpaceFor } from '#domain/twinspaces';
import { t } from '#messages/safety';
import { once } from '#platform/forms';
import { granted } from '#platform/result';
import { readForm } from '#platform/sent-form';
import { postInWords } from '../../../../../../projects/[project]/twinspace/posts-in-words.ts';
import { reasonOptions } from '../../../../../../reports/safety-in-words.ts';
import { enterAsPupil, homeOf, overTheDoor, placeOfPost } from '../../../enter.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home } = await enterAsPupil(event);
	const { post } = await postFor(ctx, twinSpace.space.id, event.params.post);
	return {
		frame,
		back: `${placeOfPost(home, post, twinSpace.space.me.id)}#post-${post.id}`,
		post: postInWords(post, ctx, overTheDoor(home)),
		reasons: reasonOptions(reasonsInRoom),
		most: limits.words,
	};
};

export const actions = {
	report: async ({ request, locals, params }) => {
		const form = await readForm(request, 'report', reportForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		// out of the reporter's sight it may be a moment later: a second click must not look for it again
		const outcome = await once(locals.ctx, form.sent, async (ctx) => {
			const { post } = await postFor(ctx, space.id, params.post);
			const reported = await reportThing(ctx, { kind: postKind, thing: post.id, ...form.input });
			if (!reported.ok) return reported;
			return granted({
				number: reported.value.number,
				place: placeOfPost(homeOf(params.lang, project.address), post, space.me.id),
			});
		});
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`safety.refusal.${outcome.reason}`)) });
		const { place, number } = outcome.value;
		redirect(303, `${place}?told=reported&number=${number}`);
	},
} satisfies Actions;
