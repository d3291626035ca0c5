import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { addressOf, longestName, queryOf, saveSearch } from '#domain/partner-finding';
import { t } from '#messages/partners';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { text } from '#shared/form-fields';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => {
	const { after: _, ...query } = queryOf(url.searchParams);
	const words = query.text;
	return {
		query: addressOf(query).toString(),
		name: (words === '' ? t('partners.saved.usual-name') : words).slice(0, longestName),
		most: longestName,
	};
};

/** As the search page writes it; anything else was not sent by the page. */
const asWritten = (query: string) => addressOf(queryOf(new URLSearchParams(query))).toString() === query;

const saving = z.object({
	name: text(longestName),
	query: z.string().max(2000).default('').refine(asWritten),
});

export const actions = {
	save: async ({ request, locals, params }) => {
		const form = await readForm(request, 'save-search', saving);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => saveSearch(ctx, form.input));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`partners.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/partners/searches?saved`);
	},
} satisfies Actions;
