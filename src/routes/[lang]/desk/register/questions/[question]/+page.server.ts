import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/registers';
import { t as placeName } from '#messages/places';
import {
	answerQuestion,
	answerQuestionForm,
	joinDouble,
	joinDoubleForm,
	listTitle,
	questionFor,
	questionsFor,
	type QuestionView,
} from '#domain/schools/register';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { formatList, formatPlace } from '#shared/format';
import type { Locale } from '#shared/locales';
import { showPair } from '../show-pair.ts';
import { dayOf, officerNames, showQuestions } from '../../show-registers.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { ctx, locale } = locals;
	const question = await questionFor(ctx, params.question);
	const name = await officerNames(ctx, [question.answered_by]);
	return {
		shown: await showQuestions(ctx, await questionsFor(ctx), locale, question.id),
		kind: question.kind,
		title: question.school.name,
		why:
			question.profile_name === null
				? t('registers.question.why.alike', { date: dayOf(question.asked_at, locale) })
				: t(`registers.question.why.${question.kind}`, {
						list: listTitle(question.profile_name),
						date: dayOf(question.asked_at, locale),
					}),
		school: showSchool(question.school, locale),
		other: question.other && showSchool(question.other, locale),
		join: question.answers.length > 0 ? await showPair(ctx, question) : undefined,
		answers: question.answers.map((answer) => ({ value: answer, label: t(`registers.answer.${answer}`) })),
		answered:
			question.answered_at && question.answer
				? t(`registers.answered.${question.answer}`, {
						name: name(question.answered_by) ?? t('registers.by-nobody'),
						date: dayOf(question.answered_at, locale),
					})
				: question.settled_at
					? t('registers.answered.settled')
					: '',
	};
};

function showSchool(school: QuestionView['school'], locale: Locale) {
	const levels = school.levels.map((level) => placeName(`places.level.${level as 'primary'}`));
	return {
		href: `/${locale}/schools/${school.id}`,
		name: school.name,
		facts: [
			{ label: t('registers.field.town'), text: school.town },
			{ label: t('registers.field.address'), text: formatPlace([school.address], locale) },
			{ label: t('registers.field.kind'), text: formatList(levels, locale) },
			{ label: t('registers.field.code'), text: school.codes },
		].filter((fact) => fact.text !== ''),
	};
}

export const actions = {
	join: async ({ request, locals, params }) => {
		const form = await readForm(request, 'join-double', joinDoubleForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const input = { ...form.input, question: params.question };
		const outcome = await once(locals.ctx, form.sent, (ctx) => joinDouble(ctx, input));
		if (!outcome.ok)
			return fail(409, { reply: form.refusal(t(`registers.refusal.${outcome.reason}`), outcome.field) });
		redirect(303, `/${params.lang}/desk/register/doubles?joined=${outcome.value.join}`);
	},
	answer: async ({ request, locals, params }) => {
		const form = await readForm(request, 'answer-question', answerQuestionForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const input = { ...form.input, question: params.question };
		const outcome = await once(locals.ctx, form.sent, (ctx) => answerQuestion(ctx, input));
		if (!outcome.ok)
			return fail(409, { reply: form.refusal(t(`registers.refusal.${outcome.reason}`), outcome.field) });
		redirect(303, `/${params.lang}/desk/register/questions?answered`);
	},
} satisfies Actions;
