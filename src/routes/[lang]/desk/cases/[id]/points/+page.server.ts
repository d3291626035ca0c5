import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/recognition';
import { t as s } from '#messages/support';
import { assessApplication, assessmentFor, namedPagesFor, problemsOfAssessment } from '#domain/recognition';
import { caseForOffice, grantStep, nextInQueue, refuseStep } from '#domain/support';
import type { Context } from '#platform/context';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { deskAddress, queueQueryOf, searchOf } from '../../../desk-address.ts';
import { assessmentOf, pointsForm } from './points-form.ts';
import { showPoints } from './show-points.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, url, params }) => {
	const { ctx, locale } = locals;
	const query = queueQueryOf(url);
	const shown = await caseForOffice(ctx, params.id);
	const back = deskAddress(locale, query, { case: params.id });
	if (shown.look.is !== 'open' || !shown.step || !shown.begun) redirect(303, back);
	const desk = await assessmentFor(ctx, params.id);
	return {
		...{ back, title: shown.title, titleLang: shown.titleLocale, reasons: shown.reasons },
		/** Follows the name of an action, so that the queue stays as one looks at it. */
		search: searchOf(query).toString(),
		kept: url.searchParams.has('kept'),
		...showPoints(shown, desk, locale),
		pages: (await namedPagesFor(ctx, params.id)).map(({ id, title, lang }) => ({
			...{ id, title, lang },
			href: `/${locale}/desk/cases/${params.id}/pages/${id}?${searchOf(query)}`,
		})),
	};
};

/** Reads the form and keeps what it carried, whatever follows. */
async function keep(event: RequestEvent) {
	const { ctx } = event.locals;
	const form = await readForm(event.request, 'points', pointsForm);
	if (!form.ok) return { failure: fail(400, { reply: form.reply }) };
	const assessment = assessmentOf(form.input);
	const input = { case: event.params.id, assessment, wordsLocale: form.input.language };
	const sent = { ...form.sent, form: 'points:keep' };
	const { value } = await once(ctx, sent, (inside) => assessApplication(inside, input));
	return { form, assessment, step: value.step };
}

async function decide(event: RequestEvent, decision: 'granted' | 'refused') {
	const kept = await keep(event);
	if ('failure' in kept) return kept.failure;
	const { form, assessment, step } = kept;
	const { ctx } = event.locals;
	const { rule } = await assessmentFor(ctx, event.params.id);
	const { reason, words, language: wordsLocale } = form.input;
	if (decision === 'refused' && reason === '')
		return fail(400, { reply: form.refusal(t('recognition.assess.problem.reason'), 'reason') });
	const sent = { ...form.sent, form: `points:${decision}` };
	const outcome = await once(ctx, sent, (inside: Context) =>
		decision === 'granted'
			? grantStep(inside, { step })
			: refuseStep(inside, { step, reason, words, wordsLocale }),
	);
	if (outcome.ok) {
		const query = queueQueryOf(event.url);
		const next = await nextInQueue(ctx, query, step);
		redirect(303, deskAddress(event.params.lang, query, { case: next, done: decision }));
	}
	const reply = form.refusal(s(`support.refusal.${outcome.reason}`), outcome.field);
	const problems = Object.entries(problemsOfAssessment(assessment, rule));
	const errors = Object.fromEntries(
		problems.map(([about, problem]) => [fieldOf(about, problem), t(`recognition.assess.problem.${problem}`)]),
	);
	return fail(409, { reply: { ...reply, errors: { ...reply.errors, ...errors } } });
}

function fieldOf(about: string, problem: 'undecided' | 'unexplained'): string {
	if (about === 'words') return about;
	if (problem === 'unexplained') return `words-${about}`;
	return `points-${about}` in pointsForm.shape ? `points-${about}` : `met-${about}`;
}

export const actions = {
	keep: async (event) => {
		const kept = await keep(event);
		if ('failure' in kept) return kept.failure;
		const search = searchOf(queueQueryOf(event.url));
		search.set('kept', '');
		redirect(303, `${event.url.pathname}?${search}`);
	},
	award: (event) => decide(event, 'granted'),
	refuse: (event) => decide(event, 'refused'),
} satisfies Actions;
