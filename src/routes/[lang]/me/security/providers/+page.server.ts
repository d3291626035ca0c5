import { fail, redirect } from '@sveltejs/kit';
import { disconnectProvider, disconnectProviderForm, ownProviders } from '#domain/people';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { formatRelative } from '#shared/format';
import { proveAgain, proveFirst } from '../prove-first.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	await proveFirst({ locals, url });
	const { ctx, locale } = locals;
	return {
		told: url.searchParams.get('told'),
		providers: (await ownProviders(ctx)).map(({ since, ...provider }) => ({
			...provider,
			since: since && formatRelative(since, ctx.now, locale),
		})),
	};
};

export const actions = {
	disconnect: async ({ request, locals, url, params }) => {
		const form = await readForm(request, 'disconnect', disconnectProviderForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => disconnectProvider(ctx, form.input));
		if (!outcome.ok) proveAgain({ locals, url });
		redirect(303, `/${params.lang}/me/security/providers?told=disconnected`);
	},
} satisfies Actions;
