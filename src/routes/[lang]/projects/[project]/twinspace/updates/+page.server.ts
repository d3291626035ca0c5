import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import {
	careForm,
	likePost,
	pinPost,
	postLimits,
	updatesFor,
	wordsForm,
	writeUpdate,
	type PostId,
} from '#domain/spaces/updates';
import { twinSpaceFor } from '#domain/twinspaces';
import { t } from '#messages/spaces';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { enterTwinSpace } from '../enter.ts';
import { cursorIn, olderThan } from '../older.ts';
import { languageChoices } from '../../../../choices.ts';
import { threadsInWords } from '../posts-in-words.ts';
import type { SpaceId } from '#domain/spaces';
import type { Context } from '#platform/context';
import type { Result } from '#platform/result';
import { internalPath } from '#shared/internal-path';
import type { Actions, PageServerLoad, RouteParams } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx, locale } = event.locals;
	const { twinSpace, frame, home, rights } = await enterTwinSpace(event);
	const { threads, older } = await updatesFor(ctx, twinSpace.space, cursorIn(event.url));
	return {
		frame,
		home,
		threads: threadsInWords(threads, ctx),
		older: olderThan(older),
		mayPost: rights.has('updates.post'),
		most: postLimits.words,
		languages: languageChoices(locale),
		told: event.url.searchParams.get('told'),
	};
};

/** A small thing done with a post from wherever it is read; its reader goes on there. */
function care(
	name: string,
	act: (
		ctx: Context,
		at: { space: SpaceId; post: PostId },
		on: boolean,
	) => Promise<Result<undefined, 'too-many-pinned'>>,
) {
	return async ({ request, locals, params }: RequestEvent<RouteParams>) => {
		const form = await readForm(request, name, careForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { care: sent, back } = form.input;
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		const at = { space: space.id, post: sent.post };
		const outcome = await once(locals.ctx, form.sent, (ctx) => act(ctx, at, sent.on));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`spaces.refusal.${outcome.reason}`)) });
		const home = `/${params.lang}/projects/${project.address}/twinspace/updates`;
		redirect(303, `${internalPath(back, home)}#post-${sent.post}`);
	};
}

export const actions = {
	post: async ({ request, locals, params }) => {
		const form = await readForm(request, 'write-update', wordsForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { words, language: locale } = form.input;
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		const outcome = await once(locals.ctx, form.sent, (ctx) =>
			writeUpdate(ctx, { space: space.id, words, locale }),
		);
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`spaces.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/projects/${project.address}/twinspace/updates`);
	},
	like: care('like', (ctx, at, likes) => likePost(ctx, { ...at, likes })),
	pin: care('pin', (ctx, at, pins) => pinPost(ctx, { ...at, pins })),
} satisfies Actions;
