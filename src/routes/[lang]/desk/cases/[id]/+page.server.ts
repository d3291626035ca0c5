import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/support';
import {
	askQuestion,
	caseForOffice,
	grantStep,
	nextInQueue,
	openLook,
	queueForOffice,
	refuseStep,
} from '#domain/support';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { refusedTooOften } from '#platform/limits';
import { granted } from '#platform/result';
import { deskAddress, queueQueryOf, searchOf } from '../../desk-address.ts';
import { showQueue } from '../../show-queue.ts';
import { askForm, grantForm, lookForm, refuseForm } from './case-forms.ts';
import { deeds, showCase } from './show-case.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, url, params }) => {
	const { ctx, locale } = locals;
	const query = queueQueryOf(url);
	const shown = await caseForOffice(ctx, params.id);
	const queue = await queueForOffice(ctx, query);
	const next = shown.stepHere && (await nextInQueue(ctx, query, shown.stepHere));
	return {
		queue: showQueue(queue, query, locale, params.id),
		case: showCase(shown, locale),
		person: shown.applicant && `/${locale}/desk/people/${shown.applicant}`,
		here: `/${locale}/desk/cases/${params.id}`,
		back: deskAddress(locale, query),
		skip: next && deskAddress(locale, query, { case: next }),
		/** Follows the name of an action, so that the queue stays as one looks at it. */
		search: searchOf(query).toString(),
		done: deeds.find((deed) => deed === url.searchParams.get('done')),
	};
};

/** On to the next case that this officer may decide, or to the desk when there is none. */
async function goOn(
	{ locals, url, params }: RequestEvent,
	step: string,
	done: (typeof deeds)[number],
): Promise<never> {
	const query = queueQueryOf(url);
	const next = await nextInQueue(locals.ctx, query, step);
	redirect(303, deskAddress(params.lang, query, { case: next, done }));
}

export const actions = {
	open: async ({ request, locals, params, url }) => {
		const form = await readForm(request, 'open-case', lookForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const look = { case: params.id, reason: form.input.reason };
		const outcome = await openLook(locals.ctx, look).then(granted).catch(refusedTooOften);
		if (!outcome.ok) return fail(429, { reply: form.refusal(t(`support.refusal.${outcome.reason}`)) });
		redirect(303, deskAddress(params.lang, queueQueryOf(url), { case: params.id }));
	},
	grant: async (event) => {
		const form = await readForm(event.request, 'grant-case', grantForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(event.locals.ctx, form.sent, (ctx) => grantStep(ctx, form.input));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`support.refusal.${outcome.reason}`)) });
		return goOn(event, form.input.step, 'granted');
	},
	refuse: async (event) => {
		const form = await readForm(event.request, 'refuse-case', refuseForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const input = { ...form.input, wordsLocale: form.input.language };
		const outcome = await once(event.locals.ctx, form.sent, (ctx) => refuseStep(ctx, input));
		if (!outcome.ok)
			return fail(409, { reply: form.refusal(t(`support.refusal.${outcome.reason}`), outcome.field) });
		return goOn(event, form.input.step, 'refused');
	},
	ask: async (event) => {
		const form = await readForm(event.request, 'ask-case', askForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const input = { ...form.input, wordsLocale: form.input.language };
		const outcome = await once(event.locals.ctx, form.sent, (ctx) => askQuestion(ctx, input));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`support.refusal.${outcome.reason}`)) });
		return goOn(event, form.input.step, 'asked');
	},
} satisfies Actions;
