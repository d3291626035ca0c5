import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/people';
import {
	enterMailbox,
	evidenceOfCase,
	mailboxForm,
	writeAgainForm,
	writeToSchoolAgain,
} from '#domain/people';
import { caseForOffice } from '#domain/support';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { deskAddress, queueQueryOf, searchOf } from '../../../desk-address.ts';
import { showEvidence } from './show-evidence.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, url, params }) => {
	const { ctx, locale } = locals;
	const query = queueQueryOf(url);
	const shown = await caseForOffice(ctx, params.id);
	const back = deskAddress(locale, query, { case: params.id });
	if (shown.look.is !== 'open') redirect(303, back);
	return {
		...{ back, title: shown.title },
		/** Follows the name of an action, so that the queue stays as one looks at it. */
		search: searchOf(query).toString(),
		told: url.searchParams.has('told'),
		evidence: showEvidence(await evidenceOfCase(ctx, params.id), locale),
	};
};

function here({ params, url }: RequestEvent): string {
	const search = searchOf(queueQueryOf(url));
	search.set('told', '');
	return `/${params.lang}/desk/cases/${params.id ?? ''}/evidence?${search}`;
}

export const actions = {
	enter: async (event) => {
		const form = await readForm(event.request, 'enter-mailbox', mailboxForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const input = { ...form.input, case: event.params.id };
		const outcome = await once(event.locals.ctx, form.sent, (ctx) => enterMailbox(ctx, input));
		if (!outcome.ok)
			return fail(409, { reply: form.refusal(t(`people.refusal.${outcome.reason}`), outcome.field) });
		redirect(303, here(event));
	},
	again: async (event) => {
		const form = await readForm(event.request, 'write-again', writeAgainForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(event.locals.ctx, form.sent, (ctx) =>
			writeToSchoolAgain(ctx, event.params.id),
		);
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`people.refusal.${outcome.reason}`)) });
		redirect(303, here(event));
	},
} satisfies Actions;
