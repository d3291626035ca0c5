import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/merging';
import {
	askToUnite,
	askToUniteForm,
	lookAtTwoAccounts,
	mergingForm,
	mergingsAtDesk,
	separateAtDesk,
	twoAccountsForm,
	type AccountSeen,
} from '#domain/people';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { holdingsShown, mergingShown } from '../../merging/show-mergings.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx } = locals;
	return {
		told: url.searchParams.get('told'),
		asked: await Promise.all((await mergingsAtDesk(ctx)).map((merging) => mergingShown(ctx, merging))),
	};
};

function accountShown({ owner: { name, email }, holds }: AccountSeen) {
	return { name, email, holds: holdingsShown(holds) };
}

export const actions = {
	look: async ({ request, locals }) => {
		const form = await readForm(request, 'look', twoAccountsForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await lookAtTwoAccounts(locals.ctx, form.input);
		if (!outcome.ok)
			return fail(409, { reply: form.refusal(t(`merging.refusal.${outcome.reason}`), outcome.field) });
		const { kept, given } = outcome.value;
		return { seen: { kept: accountShown(kept), given: accountShown(given) } };
	},
	ask: async ({ request, locals, params }) => {
		const form = await readForm(request, 'ask', askToUniteForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => askToUnite(ctx, form.input));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`merging.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/desk/merging?told=asked`);
	},
	separate: async ({ request, locals, params }) => {
		const form = await readForm(request, 'separate', mergingForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => separateAtDesk(ctx, form.input));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`merging.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/desk/merging?told=separated`);
	},
} satisfies Actions;
