import { fail, redirect } from '@sveltejs/kit';
import { postLimits, wallFor, wordsForm, writeOnWall } from '#domain/spaces/updates';
import { twinSpaceFor } from '#domain/twinspaces';
import { t } from '#messages/spaces';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { cursorIn, olderThan } from '../../../../projects/[project]/twinspace/older.ts';
import { threadsInWords } from '../../../../projects/[project]/twinspace/posts-in-words.ts';
import { answer, like, takeBack } from '../deeds.ts';
import { enterAsPupil, homeOf, overTheDoor } from '../enter.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home } = await enterAsPupil(event);
	const { space } = twinSpace;
	const { threads, older } = await wallFor(ctx, space, space.me.id, cursorIn(event.url));
	return {
		frame,
		home,
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
	write: async ({ request, locals, params }) => {
		const form = await readForm(request, 'write', wordsForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { words, language: locale } = form.input;
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		const outcome = await once(locals.ctx, form.sent, (ctx) =>
			writeOnWall(ctx, { space: space.id, words, locale }),
		);
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`spaces.refusal.${outcome.reason}`)) });
		redirect(303, `${homeOf(params.lang, project.address)}/wall#post-${outcome.value.post}`);
	},
} satisfies Actions;
