import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/people';
import {
	connectProvider,
	deviceOf,
	joinByProvider,
	newcomerForm,
	newcomerIn,
	providerNamed,
	waysOfNewcomer,
} from '#domain/people';
import { countries } from '#domain/places';
import { readForm } from '#platform/sent-form';
import { z } from 'zod';
import { handOn } from '../../../../hand-on.ts';
import { proveAgain } from '../../../../me/security/prove-first.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request }) => {
	const { ctx, locale } = locals;
	const newcomer = await newcomerIn(ctx, request.headers);
	const provider = providerNamed(params.provider).name;
	if (newcomer?.provider !== params.provider) redirect(303, `/${locale}/sign-in`);
	return {
		provider,
		id: params.provider,
		name: newcomer.name,
		email: newcomer.email ?? '',
		signedIn: ctx.actor.kind !== 'visitor',
		way: await waysOfNewcomer(ctx, newcomer),
		countries: (await countries(ctx)).map(({ code, name }) => ({ value: code, label: name })),
	};
};

export const actions = {
	join: async ({ request, locals, params, cookies }) => {
		const form = await readForm(request, 'newcomer', newcomerForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { headers } = request;
		const newcomer = await newcomerIn(locals.ctx, headers);
		const outcome = await joinByProvider(locals.ctx, { ...form.input, newcomer, device: deviceOf(headers) });
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`people.refusal.${outcome.reason}`)) });
		handOn(cookies, ...outcome.value.cookies);
		redirect(303, `/${params.lang}/me?welcome`);
	},
	connect: async ({ request, locals, params, cookies, url }) => {
		const form = await readForm(request, 'connect', z.object({}));
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await connectProvider(locals.ctx, await newcomerIn(locals.ctx, request.headers));
		if (!outcome.ok) {
			if (outcome.reason === 'prove-again') proveAgain({ locals, url });
			return fail(409, { reply: form.refusal(t(`people.refusal.${outcome.reason}`)) });
		}
		handOn(cookies, ...outcome.value.cookies);
		redirect(303, `/${params.lang}/me/security/providers?told=connected`);
	},
} satisfies Actions;
