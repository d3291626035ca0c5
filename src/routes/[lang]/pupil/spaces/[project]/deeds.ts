/** What a pupil does with posts, wherever they stand: answer, and take the own back. */
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { answerPost, likePost, takePostBack, wordsForm, type PostId } from '#domain/spaces/updates';
import { twinSpaceFor } from '#domain/twinspaces';
import { t } from '#messages/spaces';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { choice, id } from '#shared/form-fields';
import { z } from 'zod';

const answerForm = wordsForm.extend({ post: id() });
const takeBackForm = z.object({ post: id() });
const likeForm = z.object({ post: id(), on: choice(['yes', 'no']) });

/** Answers a post, and shows the answer where it stands. */
export async function answer({ request, locals, params, url }: RequestEvent) {
	const form = await readForm(request, 'answer', answerForm);
	if (!form.ok) return fail(400, { reply: replyAt(form.reply) });
	const { words, language: locale, post } = form.input;
	const { space } = await twinSpaceFor(locals.ctx, params['project'] ?? '');
	const outcome = await once(locals.ctx, form.sent, (ctx) =>
		answerPost(ctx, { space: space.id, post, words, locale }),
	);
	if (!outcome.ok) return fail(409, { reply: replyAt(form.refusal(t(`spaces.refusal.${outcome.reason}`))) });
	redirect(303, whereItStands(url, outcome.value.post));
}

/** Takes an own post back. */
export async function takeBack({ request, locals, params, url }: RequestEvent) {
	const form = await readForm(request, 'take-back', takeBackForm);
	if (!form.ok) return fail(400, { reply: form.reply });
	const { space } = await twinSpaceFor(locals.ctx, params['project'] ?? '');
	const at = { space: space.id, post: form.input.post };
	const outcome = await once(locals.ctx, form.sent, (ctx) => takePostBack(ctx, at));
	if (!outcome.ok) return fail(409, { reply: form.refusal(t(`spaces.refusal.${outcome.reason}`)) });
	redirect(303, whereItStands(url, at.post));
}

/** Likes a post of somebody else, or takes that back. */
export async function like({ request, locals, params, url }: RequestEvent) {
	const form = await readForm(request, 'like', likeForm);
	if (!form.ok) return fail(400, { reply: form.reply });
	const { space } = await twinSpaceFor(locals.ctx, params['project'] ?? '');
	const at = { space: space.id, post: form.input.post, likes: form.input.on === 'yes' };
	await once(locals.ctx, form.sent, (ctx) => likePost(ctx, at));
	redirect(303, whereItStands(url, at.post));
}

/** Back to the post, also when it stands among the older ones. */
function whereItStands({ pathname, searchParams }: URL, post: PostId): string {
	const before = searchParams.get('before');
	return `${pathname}${before === null ? '' : `?before=${encodeURIComponent(before)}`}#post-${post}`;
}

/** Many forms stand on a wall: the reply belongs to the one under its post. */
function replyAt<Reply extends { form: string; values: Record<string, string | string[]> }>(
	reply: Reply,
): Reply {
	return { ...reply, form: `answer-${String(reply.values['post'] ?? '')}` };
}
