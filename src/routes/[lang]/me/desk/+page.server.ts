import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/people';
import {
	deskAsks,
	enterDesk,
	enterDeskForm,
	leaveDesk,
	ownDemoCode,
	ownOffices,
	ownProofs,
} from '#domain/people';
import { refusedTooOften } from '#platform/limits';
import { readForm } from '#platform/sent-form';
import { z } from 'zod';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const offices = (await ownOffices(ctx)).map(({ id, organisation, kind }) => ({
		value: id,
		label: organisation.name,
		note: t(`people.desk.office.${kind}`),
	}));
	const atDesk = ctx.actor.kind === 'officer';
	if (atDesk || offices.length === 0) return { atDesk, offices };
	const asks = await deskAsks(ctx);
	if (asks !== 'proof') return { atDesk, offices, asks };
	return { atDesk, offices, asks, ...(await ownProofs(ctx)), demoCode: await ownDemoCode(ctx) };
};

export const actions = {
	enter: async ({ request, locals, params }) => {
		const form = await readForm(request, 'enter-desk', enterDeskForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await enterDesk(locals.ctx, form.input).catch(refusedTooOften);
		if (!outcome.ok) {
			return fail(409, {
				reply: form.refusal(
					t(`people.refusal.${outcome.reason}`),
					'field' in outcome ? outcome.field : undefined,
				),
			});
		}
		redirect(303, `/${params.lang}/desk`);
	},
	leave: async ({ request, locals, params }) => {
		await readForm(request, 'leave-desk', z.object({}));
		await leaveDesk(locals.ctx);
		redirect(303, `/${params.lang}/me`);
	},
} satisfies Actions;
