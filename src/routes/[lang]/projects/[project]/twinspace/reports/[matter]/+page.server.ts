import { fail, redirect } from '@sveltejs/kit';
import { limits, matterForRoom, passOn, settleForm, settleInRoom } from '#domain/safety';
import { twinSpaceFor } from '#domain/twinspaces';
import { t } from '#messages/safety';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { z } from 'zod';
import { enterTwinSpace } from '../../enter.ts';
import { matterInWords } from '../../reports-in-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	const matter = await matterForRoom(ctx, twinSpace.space.id, event.params.matter);
	return { frame, home, matter: matterInWords(matter, home, ctx), most: limits.words };
};

export const actions = {
	settle: async ({ request, locals, params }) => {
		const form = await readForm(request, 'settle-matter', settleForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { project } = await reached(locals, params);
		const settlement = { matter: params.matter, ...form.input };
		const outcome = await once(locals.ctx, form.sent, (ctx) => settleInRoom(ctx, settlement));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`safety.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/projects/${project.address}/twinspace/reports?told=settled`);
	},
	'pass-on': async ({ request, locals, params }) => {
		const form = await readForm(request, 'pass-on', z.object({}));
		if (!form.ok) return fail(400, { reply: form.reply });
		const { project } = await reached(locals, params);
		const outcome = await once(locals.ctx, form.sent, (ctx) => passOn(ctx, params.matter));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`safety.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/projects/${project.address}/twinspace/reports?told=passed-on`);
	},
} satisfies Actions;

/** The matter is one of this very TwinSpace. */
async function reached(locals: App.Locals, params: { readonly project: string; readonly matter: string }) {
	const twinSpace = await twinSpaceFor(locals.ctx, params.project);
	await matterForRoom(locals.ctx, twinSpace.space.id, params.matter);
	return twinSpace;
}
