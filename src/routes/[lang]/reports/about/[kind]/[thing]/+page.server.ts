import { error, fail, redirect } from '@sveltejs/kit';
import { limits, reportForm, reportThing, thingToReport } from '#domain/safety';
import { t } from '#messages/safety';
import { once } from '#platform/forms';
import { networkOf, refusedTooOften } from '#platform/limits';
import { readForm } from '#platform/sent-form';
import { kindInWords, reasonOptions } from '../../../safety-in-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { reached, reasons } = await thingToReport(locals.ctx, params.kind, params.thing);
	if (reached.isMine) error(404);
	const { title, words, locale } = reached.evidence;
	return {
		kind: kindInWords(params.kind),
		title,
		words: words.slice(0, 400),
		lang: locale,
		visiting: locals.ctx.actor.kind === 'visitor',
		reasons: reasonOptions(reasons),
		most: limits.words,
	};
};

export const actions = {
	report: async ({ request, locals, params }) => {
		const form = await readForm(request, 'report-thing', reportForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { kind, thing } = params;
		const report = { kind, thing, ...form.input, network: networkOf(locals.client) };
		const outcome = await once(locals.ctx, form.sent, (ctx) => reportThing(ctx, report)).catch(
			refusedTooOften,
		);
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`safety.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/reports/${outcome.value.number}`);
	},
} satisfies Actions;
