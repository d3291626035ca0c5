import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/merging';
import {
	mergingForm,
	noOtherAccountCookie,
	otherAccount,
	otherAccountForm,
	ownMergings,
	previewOfOther,
	proveOtherAccount,
	separateOwnAccounts,
	uniteOwnAccounts,
} from '#domain/people';
import { once } from '#platform/forms';
import { networkOf, refusedTooOften } from '#platform/limits';
import { readForm } from '#platform/sent-form';
import { z } from 'zod';
import { handOn } from '../../../hand-on.ts';
import { holdingsShown, mergingShown } from '../../../merging/show-mergings.ts';
import { proveAgain, proveFirst } from '../prove-first.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, request }) => {
	await proveFirst({ locals, url });
	const { ctx } = locals;
	const person = await otherAccount(ctx, request.headers);
	const other = person && (await previewOfOther(ctx, person));
	return {
		told: url.searchParams.get('told'),
		other: other && { ...other, holds: holdingsShown(other.holds) },
		open: await Promise.all((await ownMergings(ctx)).map((merging) => mergingShown(ctx, merging))),
	};
};

export const actions = {
	prove: async ({ request, locals, cookies, url, params }) => {
		const form = await readForm(request, 'other', otherAccountForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const input = { ...form.input, network: networkOf(locals.client) };
		const outcome = await proveOtherAccount(locals.ctx, input).catch(refusedTooOften);
		if (!outcome.ok) {
			const { reason, field } = { field: undefined, ...outcome };
			if (reason === 'prove-again') proveAgain({ locals, url });
			return fail(409, { reply: form.refusal(t(`merging.refusal.${reason}`), field) });
		}
		handOn(cookies, ...outcome.value.cookies);
		redirect(303, `/${params.lang}/me/security/merge`);
	},
	forget: async ({ request, cookies, params }) => {
		await readForm(request, 'forget', z.object({}));
		handOn(cookies, noOtherAccountCookie());
		redirect(303, `/${params.lang}/me/security/merge`);
	},
	unite: async ({ request, locals, cookies, url, params }) => {
		const form = await readForm(request, 'unite', z.object({}));
		if (!form.ok) return fail(400, { reply: form.reply });
		const other = await otherAccount(locals.ctx, request.headers);
		const outcome = await once(locals.ctx, form.sent, (ctx) => uniteOwnAccounts(ctx, { other }));
		if (!outcome.ok) {
			if (outcome.reason === 'prove-again') proveAgain({ locals, url });
			return fail(409, { reply: form.refusal(t(`merging.refusal.${outcome.reason}`)) });
		}
		handOn(cookies, noOtherAccountCookie());
		redirect(303, `/${params.lang}/me/security/merge?told=united`);
	},
	separate: async ({ request, locals, url, params }) => {
		const form = await readForm(request, 'separate', mergingForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => separateOwnAccounts(ctx, form.input));
		if (!outcome.ok) {
			if (outcome.reason === 'prove-again') proveAgain({ locals, url });
			return fail(409, { reply: form.refusal(t(`merging.refusal.${outcome.reason}`)) });
		}
		redirect(303, `/${params.lang}/me/security/merge?told=separated`);
	},
} satisfies Actions;
