import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { signOut } from '#domain/people';
import { pupilCookie, signInPupil } from '#domain/pupils';
import { t } from '#messages/pupils';
import { networkOf, refusedTooOften } from '#platform/limits';
import { readForm } from '#platform/sent-form';
import { text } from '#shared/form-fields';
import { handOn } from '../hand-on.ts';
import type { Actions } from './$types';

const codeForm = z.object({ code: text(60) });

export const actions = {
	/** Whoever signs in with a card leaves no adult's session behind in this browser. */
	enter: async ({ request, locals, params, cookies }) => {
		const form = await readForm(request, 'enter', codeForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { ctx } = locals;
		const card = { code: form.input.code, network: networkOf(locals.client) };
		const opened = await signInPupil(ctx, card).catch(refusedTooOften);
		if (!opened.ok) {
			const status = opened.reason === 'too-often' ? 429 : 401;
			return fail(status, { reply: form.refusal(t(`pupils.refusal.${opened.reason}`), 'code') });
		}
		if ('person' in ctx.actor) handOn(cookies, ...(await signOut(ctx)).cookies);
		handOn(cookies, pupilCookie(opened.value.token, opened.value.endsAt, ctx.now));
		redirect(303, `/${params.lang}/pupil/home`);
	},
} satisfies Actions;
