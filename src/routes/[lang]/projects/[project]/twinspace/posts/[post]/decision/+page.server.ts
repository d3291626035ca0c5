import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import {
	decisionForm,
	hidePost,
	postFor,
	postLimits,
	removePost,
	showPost,
	takePostBack,
	postReasons,
} from '#domain/spaces/updates';
import { twinSpaceFor } from '#domain/twinspaces';
import { t } from '#messages/spaces';
import type { Context } from '#platform/context';
import { once } from '#platform/forms';
import type { Result } from '#platform/result';
import { readForm } from '#platform/sent-form';
import { z } from 'zod';
import { enterTwinSpace } from '../../../enter.ts';
import { placeOfPost } from '../../../place-of-post.ts';
import { postInWords } from '../../../posts-in-words.ts';
import { reasonOptions } from '../../../../../../reports/safety-in-words.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	const { post } = await postFor(ctx, twinSpace.space.id, event.params.post);
	return {
		frame,
		back: placeOfPost(home, post),
		post: postInWords(post, ctx),
		may: [...post.may],
		reasons: reasonOptions(postReasons),
		most: postLimits.reasonWords,
	};
};

const nothing = z.object({});
type Decide<Input> = (
	ctx: Context,
	input: Input & { space: string; post: string },
) => Promise<Result<undefined, 'removed-before'>>;

/** One of the things that can become of a post; afterwards its place is shown again. */
function decision<Shape extends z.ZodRawShape>(
	name: string,
	schema: z.ZodObject<Shape>,
	decide: Decide<z.output<z.ZodObject<Shape>>>,
) {
	return async ({ request, locals, params }: RequestEvent<RouteParams>) => {
		const form = await readForm(request, name, schema);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		const { post } = await postFor(locals.ctx, space.id, params.post);
		const input = { ...form.input, space: space.id, post: post.id };
		const outcome = await once(locals.ctx, form.sent, (ctx) => decide(ctx, input));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`spaces.refusal.${outcome.reason}`)) });
		redirect(303, placeOfPost(`/${params.lang}/projects/${project.address}/twinspace`, post));
	};
}

export const actions = {
	'take-back': decision('take-back', nothing, takePostBack),
	show: decision('show-post', nothing, showPost),
	hide: decision('hide-post', decisionForm, hidePost),
	remove: decision('hide-post', decisionForm, removePost),
} satisfies Actions;
