import { fail, redirect } from '@sveltejs/kit';
import {
	endOtherSessions,
	endOwnSession,
	endSessionForm,
	ownFactors,
	ownSessions,
	providers,
} from '#domain/people';
import { readForm } from '#platform/sent-form';
import { z } from 'zod';
import { proveAgain } from './prove-first.ts';
import { sessionShown } from './session-shown.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx } = locals;
	return {
		told: url.searchParams.get('told'),
		factors: await ownFactors(ctx),
		providers: providers().length,
		sessions: (await ownSessions(ctx)).map((session) => sessionShown(ctx, session)),
	};
};

export const actions = {
	end: async ({ request, locals, url, params }) => {
		const form = await readForm(request, 'end', endSessionForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await endOwnSession(locals.ctx, form.input.session);
		if (!outcome.ok) proveAgain({ locals, url });
		redirect(303, `/${params.lang}/me/security?told=ended`);
	},
	'end-others': async ({ request, locals, url, params }) => {
		await readForm(request, 'end-others', z.object({}));
		const outcome = await endOtherSessions(locals.ctx);
		if (!outcome.ok) proveAgain({ locals, url });
		redirect(303, `/${params.lang}/me/security?told=others-ended`);
	},
} satisfies Actions;
