import { fail, redirect } from '@sveltejs/kit';
import { lookUpForm, receiptFor } from '#domain/safety';
import { t } from '#messages/safety';
import { NotFound } from '#platform/errors';
import { readForm } from '#platform/sent-form';
import type { Actions } from './$types';

export const actions = {
	find: async ({ request, locals, params }) => {
		const form = await readForm(request, 'find-report', lookUpForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const found = await receiptFor(locals.ctx, form.input.number).catch((error: unknown) => {
			if (error instanceof NotFound) return undefined;
			throw error;
		});
		if (!found) return fail(409, { reply: form.refusal(t('safety.refusal.unknown-number'), 'number') });
		redirect(303, `/${params.lang}/reports/${found.number}`);
	},
} satisfies Actions;
