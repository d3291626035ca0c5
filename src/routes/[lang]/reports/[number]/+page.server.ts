import { fail, redirect } from '@sveltejs/kit';
import { appealAsReporter, appealForm, limits, receiptFor } from '#domain/safety';
import { t } from '#messages/safety';
import { once } from '#platform/forms';
import { refusedTooOften } from '#platform/limits';
import { readForm } from '#platform/sent-form';
import { formatDateTime } from '#shared/format';
import { numberInGroups } from '../number.ts';
import { statementInWords } from '../safety-in-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { ctx, locale } = locals;
	const receipt = await receiptFor(ctx, params.number);
	return {
		number: numberInGroups(receipt.number),
		reason: t(`safety.reason.${receipt.reason}`),
		reported: formatDateTime(receipt.reportedAt, locale, 'UTC'),
		hours: receipt.hours,
		statement: statementInWords(receipt, locale),
		most: limits.words,
	};
};

export const actions = {
	appeal: async ({ request, locals, params }) => {
		const form = await readForm(request, 'appeal', appealForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const appeal = { number: params.number, words: form.input.words };
		const outcome = await once(locals.ctx, form.sent, (ctx) => appealAsReporter(ctx, appeal)).catch(
			refusedTooOften,
		);
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`safety.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/reports/${params.number}`);
	},
} satisfies Actions;
