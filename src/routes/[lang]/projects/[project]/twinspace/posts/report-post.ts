/** Reporting a post, from the pages of grown-ups and of pupils. */
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { reportForm, reportThing } from '#domain/safety';
import type { Space } from '#domain/spaces';
import { postFor, postKind, type Post } from '#domain/spaces/updates';
import { twinSpaceFor } from '#domain/twinspaces';
import { t } from '#messages/safety';
import { once } from '#platform/forms';
import { granted } from '#platform/result';
import { readForm } from '#platform/sent-form';

type OfPost = RequestEvent<{ lang: string; project: string; post: string }>;

/** Reports it and leads back to where it stood; `name` is that of the form, `placeOf` says where posts stand. */
export async function reportPost(
	{ request, locals, params }: OfPost,
	name: string,
	placeOf: (project: string, post: Post, space: Space) => string,
) {
	const form = await readForm(request, name, reportForm);
	if (!form.ok) return fail(400, { reply: form.reply });
	const { space, project } = await twinSpaceFor(locals.ctx, params.project);
	// out of the reporter's sight it may be a moment later: a second click must not look for it again
	const outcome = await once(locals.ctx, form.sent, async (ctx) => {
		const { post } = await postFor(ctx, space.id, params.post);
		const reported = await reportThing(ctx, { kind: postKind, thing: post.id, ...form.input });
		if (!reported.ok) return reported;
		return granted({ number: reported.value.number, place: placeOf(project.address, post, space) });
	});
	if (!outcome.ok) return fail(409, { reply: form.refusal(t(`safety.refusal.${outcome.reason}`)) });
	const { place, number } = outcome.value;
	redirect(303, `${place}?told=reported&number=${number}`);
}
