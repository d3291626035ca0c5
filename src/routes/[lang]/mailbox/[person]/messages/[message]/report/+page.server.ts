import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { conversationWith, reportableMessage, reportMessage, reportReasons } from '#domain/contacts';
import { t } from '#messages/mailbox';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { choice, optionalText } from '#shared/form-fields';
import type { Actions, PageServerLoad } from './$types';

const mostWords = 1000;

export const load: PageServerLoad = async ({ locals, params }) => {
	const { other } = await conversationWith(locals.ctx, params.person);
	const { words, locale } = await reportableMessage(locals.ctx, params.message);
	return {
		other: { id: other.id, name: other.name },
		message: { words, lang: locale },
		reasons: reportReasons.map((reason) => ({ value: reason, label: t(`mailbox.report.${reason}`) })),
		most: mostWords,
	};
};

const reporting = z.object({ reason: choice(reportReasons), words: optionalText(mostWords) });

export const actions = {
	report: async ({ request, locals, params }) => {
		const form = await readForm(request, 'report-message', reporting);
		if (!form.ok) return fail(400, { reply: form.reply });
		const report = { message: params.message, ...form.input };
		const outcome = await once(locals.ctx, form.sent, (ctx) => reportMessage(ctx, report));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`mailbox.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/mailbox/${params.person}?told=reported`);
	},
} satisfies Actions;
