import { error, fail, redirect } from '@sveltejs/kit';
import { outcomes, postLimits, reportsFor, settleForm, settleReports } from '#domain/spaces/updates';
import { twinSpaceFor } from '#domain/twinspaces';
import { t } from '#messages/spaces';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { enterTwinSpace } from '../../enter.ts';
import { reasonOptions } from '../../posts-in-words.ts';
import { reportedInWords } from '../../reports-in-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	const found = (await reportsFor(ctx, twinSpace.space)).find(({ post }) => post.id === event.params.post);
	if (!found) error(404);
	return {
		frame,
		home,
		reported: reportedInWords(found, home, ctx),
		outcomes: outcomes.map((outcome) => ({
			value: outcome,
			label: t(`spaces.outcome.${outcome}`),
			note: t(`spaces.outcome-help.${outcome}`),
		})),
		reasons: reasonOptions(),
		most: postLimits.reasonWords,
	};
};

export const actions = {
	settle: async ({ request, locals, params }) => {
		const form = await readForm(request, 'settle-reports', settleForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		const settlement = { space: space.id, post: params.post, ...form.input };
		const outcome = await once(locals.ctx, form.sent, (ctx) => settleReports(ctx, settlement));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`spaces.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/projects/${project.address}/twinspace/reports?told=settled`);
	},
} satisfies Actions;
