import { fail, redirect } from '@sveltejs/kit';
import { mayInSpace } from '#domain/spaces';
import { hasBegunWall, postLimits, updatesFor, wordsForm, writeUpdate } from '#domain/spaces/updates';
import { twinSpaceFor } from '#domain/twinspaces';
import { t } from '#messages/spaces';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { cursorIn, olderThan } from '../../../projects/[project]/twinspace/older.ts';
import { threadsInWords } from '../../../projects/[project]/twinspace/posts-in-words.ts';
import { classEnd } from '../../class-end.ts';
import { answer, like, takeBack } from './deeds.ts';
import { enterAsPupil, homeOf, overTheDoor } from './enter.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home } = await enterAsPupil(event);
	const { space } = twinSpace;
	const before = cursorIn(event.url);
	const { threads, older } = await updatesFor(ctx, space, before);
	return {
		frame,
		home,
		ending: before === undefined ? await classEnd(event.locals) : undefined,
		isNew: before === undefined && !(await hasBegunWall(ctx, space)),
		mayPost: before === undefined && mayInSpace(space, 'updates.post'),
		threads: threadsInWords(threads, ctx, overTheDoor(home)),
		before: event.url.searchParams.get('before'),
		older: olderThan(older),
		most: postLimits.words,
		told: event.url.searchParams.get('told'),
	};
};

export const actions = {
	answer,
	'take-back': takeBack,
	like,
	/** Pupils who help the teachers tell everybody something. */
	post: async ({ request, locals, params }) => {
		const form = await readForm(request, 'post', wordsForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { words, language: locale } = form.input;
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		const outcome = await once(locals.ctx, form.sent, (ctx) =>
			writeUpdate(ctx, { space: space.id, words, locale }),
		);
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`spaces.refusal.${outcome.reason}`)) });
		redirect(303, homeOf(params.lang, project.address));
	},
} satisfies Actions;
