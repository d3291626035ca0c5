import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/merging';
import { t as support } from '#messages/support';
import {
	askToUnite,
	askToUniteForm,
	lookAtTwoAccounts,
	mergingForm,
	lookAtTwoForm,
	mergingsAtDesk,
	openMerging,
	openMergingForm,
	separateAtDesk,
	type MergingAtDesk,
	type AccountSeen,
} from '#domain/people';
import { timeZoneOf } from '#domain/places';
import type { Context } from '#platform/context';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { formatDate } from '#shared/format';
import { holdingsShown, mergingShown } from '../../merging/show-mergings.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx } = locals;
	return {
		told: url.searchParams.get('told'),
		reasons: (['to-help', 'to-check-complaint'] as const).map((value) => ({
			value,
			label: support(`support.case.look.reason.${value}`),
		})),
		asked: await Promise.all((await mergingsAtDesk(ctx)).map((merging) => shownAtDesk(ctx, merging))),
	};
};

/** Closed, a merging is known by the day on which it was asked for, and by why. */
async function shownAtDesk(ctx: Context, merging: MergingAtDesk) {
	const shown = await mergingShown(ctx, merging);
	const { isClosed, reason } = merging;
	const asked = formatDate(merging.askedAt, ctx.locale, await timeZoneOf(ctx, ''));
	return { ...shown, isClosed, reason, ...(isClosed && { pair: t('merging.desk.closed', { asked }) }) };
}

function accountShown({ owner: { name, email }, holds }: AccountSeen) {
	return { name, email, holds: holdingsShown(holds) };
}

export const actions = {
	look: async ({ request, locals }) => {
		const form = await readForm(request, 'look', lookAtTwoForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await lookAtTwoAccounts(locals.ctx, form.input);
		if (!outcome.ok)
			return fail(409, { reply: form.refusal(t(`merging.refusal.${outcome.reason}`), outcome.field) });
		const { kept, given } = outcome.value;
		return { seen: { kept: accountShown(kept), given: accountShown(given) } };
	},
	open: async ({ request, locals, params }) => {
		const form = await readForm(request, 'open', openMergingForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		await openMerging(locals.ctx, form.input);
		redirect(303, `/${params.lang}/desk/merging#asked`);
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
