import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { reportReasons } from '#domain/contacts';
import { postFor, reportPartnerPost } from '#domain/partner-finding';
import { t } from '#messages/mailbox';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { choice, optionalText } from '#shared/form-fields';
import type { Actions, PageServerLoad } from './$types';

const mostWords = 1000;

export const load: PageServerLoad = async ({ locals, params }) => {
	const { post, author, own } = await postFor(locals.ctx, params.id);
	if (own) error(404);
	return {
		author: author.name,
		post: { id: post.id, title: post.title, words: post.words, lang: post.locale },
		reasons: reportReasons.map((reason) => ({ value: reason, label: t(`mailbox.report.${reason}`) })),
		most: mostWords,
	};
};

const reporting = z.object({ reason: choice(reportReasons), words: optionalText(mostWords) });

export const actions = {
	report: async ({ request, locals, params }) => {
		const form = await readForm(request, 'report-partner-post', reporting);
		if (!form.ok) return fail(400, { reply: form.reply });
		const report = { post: params.id, ...form.input };
		const outcome = await once(locals.ctx, form.sent, (ctx) => reportPartnerPost(ctx, report));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t('mailbox.refusal.reported-already')) });
		redirect(303, `/${params.lang}/partners/posts/${params.id}?told=reported`);
	},
} satisfies Actions;
