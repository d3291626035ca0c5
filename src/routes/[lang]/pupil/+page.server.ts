import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { signOut } from '#domain/people';
import { pupilCookie, signInPupil, signOutPupil } from '#domain/pupils';
import { t } from '#messages/pupils';
import { networkOf, refusedTooOften } from '#platform/limits';
import { readForm } from '#platform/sent-form';
import { text } from '#shared/form-fields';
import { handOn } from '../hand-on.ts';
import type { Actions, PageServerLoad } from './$types';

/** Who is signed in at this tablet just now. */
export const load: PageServerLoad = ({ locals, url }) => {
	const { actor } = locals.ctx;
	return {
		here: actor.kind === 'pupil' ? locals.me?.name : undefined,
		adultHere: 'person' in actor ? locals.me?.name : undefined,
		told: url.searchParams.get('told'),
	};
};

/** What was typed is shown again, so that a child mends one sign and not twelve: the field is not named like a secret. */
const cardForm = z.object({ card: text(200) });

export const actions = {
	/** Whoever signs in with a card leaves nobody else's session behind in this browser. */
	enter: async ({ request, locals, params, cookies }) => {
		const form = await readForm(request, 'enter', cardForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { ctx } = locals;
		const card = { code: form.input.card, network: networkOf(locals.client) };
		const opened = await signInPupil(ctx, card).catch(refusedTooOften);
		if (!opened.ok) {
			const status = opened.reason === 'too-often' ? 429 : 401;
			return fail(status, { reply: form.refusal(t(`pupils.refusal.${opened.reason}`)) });
		}
		if ('person' in ctx.actor) handOn(cookies, ...(await signOut(ctx)).cookies);
		if (ctx.actor.kind === 'pupil') await signOutPupil(ctx, request.headers);
		handOn(cookies, pupilCookie(opened.value.token, opened.value.endsAt, ctx.now));
		redirect(303, `/${params.lang}/pupil/home`);
	},
} satisfies Actions;
