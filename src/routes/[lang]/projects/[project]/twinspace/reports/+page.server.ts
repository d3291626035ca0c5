import { fail, redirect } from '@sveltejs/kit';
import { mattersForRoom, setWaitingRule, waitingForm, waitingRuleFor, waitingRules } from '#domain/safety';
import { twinSpaceFor } from '#domain/twinspaces';
import { t } from '#messages/safety';
import { once } from '#platform/forms';
import { granted } from '#platform/result';
import { readForm } from '#platform/sent-form';
import { enterTwinSpace } from '../enter.ts';
import { matterInWords } from '../reports-in-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	const matters = await mattersForRoom(ctx, twinSpace.space.id);
	return {
		frame,
		home,
		matters: matters.map((each) => matterInWords(each, home, ctx)),
		waits: (await waitingRuleFor(ctx, twinSpace.space.id)) as string,
		rules: waitingRules.map((value) => ({ value, label: t(`safety.waits.${value}`) })),
		told: event.url.searchParams.get('told'),
	};
};

export const actions = {
	waits: async ({ request, locals, params }) => {
		const form = await readForm(request, 'waits', waitingForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		const { waits } = form.input;
		await once(locals.ctx, form.sent, async (ctx) => {
			await setWaitingRule(ctx, { room: space.id, waits });
			return granted();
		});
		redirect(303, `/${params.lang}/projects/${project.address}/twinspace/reports?told=waits`);
	},
} satisfies Actions;
