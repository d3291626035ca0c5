import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/people';
import { beginApp, codeForm, confirmApp, ownApp, removeApp } from '#domain/people';
import { once } from '#platform/forms';
import { refusedTooOften } from '#platform/limits';
import { readForm } from '#platform/sent-form';
import { z } from 'zod';
import { qrOf } from '../../../qr.ts';
import { proveAgain, proveFirst } from '../prove-first.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	await proveFirst({ locals, url });
	const app = await ownApp(locals.ctx);
	if (app.state !== 'begun') return { state: app.state, setUp: undefined };
	const key = app.key.replaceAll(/.{4}(?=.)/g, '$& ');
	return { state: app.state, setUp: { key, address: app.address, qr: qrOf(app.address) } };
};

export const actions = {
	begin: async ({ request, locals, url, params }) => {
		const form = await readForm(request, 'begin-app', z.object({}));
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, beginApp);
		if (!outcome.ok && outcome.reason === 'prove-again') proveAgain({ locals, url });
		redirect(303, `/${params.lang}/me/security/app`);
	},
	confirm: async ({ request, locals, url, params }) => {
		const form = await readForm(request, 'confirm-app', codeForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => confirmApp(ctx, form.input)).catch(
			refusedTooOften,
		);
		if (!outcome.ok) {
			if (outcome.reason === 'prove-again') proveAgain({ locals, url });
			return fail(409, { reply: form.refusal(t(`people.refusal.${outcome.reason}`), 'code') });
		}
		redirect(303, `/${params.lang}/me/security/codes?told=first`);
	},
	remove: async ({ request, locals, url, params }) => {
		const form = await readForm(request, 'remove-app', z.object({}));
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, removeApp);
		if (!outcome.ok) proveAgain({ locals, url });
		redirect(303, `/${params.lang}/me/security?told=app-off`);
	},
} satisfies Actions;
