import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/registers';
import { countryLabels } from '#domain/places';
import { joinedLately, partSchools, partSchoolsForm } from '#domain/schools';
import { namePair, namePairForm, questionsFor } from '#domain/schools/register';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { formatPlace } from '#shared/format';
import { dayOf, officerNames, showQuestions } from '../show-registers.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const questions = await questionsFor(ctx, {
		kind: 'double',
		after: url.searchParams.get('after') ?? undefined,
	});
	const label = await countryLabels(ctx);
	const joined = await joinedLately(ctx);
	const name = await officerNames(
		ctx,
		joined.map((one) => one.office),
	);
	return {
		shown: await showQuestions(ctx, questions, locale),
		joined: joined.map(({ id, double, into, joinedAt, office, undoneAt, until }) => ({
			id,
			double: double.name,
			into: into.name,
			href: `/${locale}/schools/${into.id}`,
			place: formatPlace([into.town, label(into.country).name], locale),
			done: t('registers.joined.by', {
				name: name(office) ?? t('registers.by-nobody'),
				date: dayOf(joinedAt, locale),
			}),
			undone: undoneAt ? t('registers.joined.undone', { date: dayOf(undoneAt, locale) }) : '',
			until: t('registers.joined.until', { date: dayOf(until, locale) }),
		})),
		fresh: url.searchParams.get('joined'),
		parted: url.searchParams.has('parted'),
	};
};

export const actions = {
	undo: async ({ request, locals, params }) => {
		const form = await readForm(request, 'part-schools', partSchoolsForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => partSchools(ctx, form.input));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`registers.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/desk/register/doubles?parted`);
	},
	pair: async ({ request, locals, params }) => {
		const form = await readForm(request, 'name-pair', namePairForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => namePair(ctx, form.input));
		if (!outcome.ok)
			return fail(409, { reply: form.refusal(t(`registers.refusal.${outcome.reason}`), outcome.field) });
		redirect(303, `/${params.lang}/desk/register/questions/${outcome.value.question}`);
	},
} satisfies Actions;
