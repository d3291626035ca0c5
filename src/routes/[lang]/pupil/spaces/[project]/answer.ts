/** The form under each post of a wall: a pupil answers. */
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { answerPost, wordsForm } from '#domain/spaces/updates';
import { twinSpaceFor } from '#domain/twinspaces';
import { t } from '#messages/spaces';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { id } from '#shared/form-fields';

const answerForm = wordsForm.extend({ post: id() });

/** Answers and leads back to the wall, where the answer stands. */
export async function answerOnWall({ request, locals, params, url }: RequestEvent) {
	const form = await readForm(request, 'answer', answerForm);
	if (!form.ok) return fail(400, { reply: replyAt(form.reply) });
	const { words, language: locale, post } = form.input;
	const { space } = await twinSpaceFor(locals.ctx, params['project'] ?? '');
	const outcome = await once(locals.ctx, form.sent, (ctx) =>
		answerPost(ctx, { space: space.id, post, words, locale }),
	);
	if (!outcome.ok) return fail(409, { reply: replyAt(form.refusal(t(`spaces.refusal.${outcome.reason}`))) });
	redirect(303, `${url.pathname}#post-${post}`);
}

/** Many forms stand on a wall: the reply belongs to the one under its post. */
function replyAt<Reply extends { form: string; values: Record<string, string | string[]> }>(
	reply: Reply,
): Reply {
	return { ...reply, form: `answer-${String(reply.values['post'] ?? '')}` };
}
