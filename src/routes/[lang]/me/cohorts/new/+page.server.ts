import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/cohorts';
import { makeCohort, makeCohortForm, ownCohorts, readStudentList } from '#domain/teacher-education';
import { NotFound } from '#platform/errors';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { showList } from './show-list.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { institutions } = await ownCohorts(locals.ctx);
	if (institutions.length === 0) throw new NotFound('institution');
	return { institutions: institutions.map(({ id, name }) => ({ value: id, label: name })) };
};

export const actions = {
	/** Shows how the list is read; nothing is kept and nobody is written to. */
	look: async ({ request, locals }) => {
		const form = await readForm(request, 'make-cohort', makeCohortForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { reply } = { reply: { form: 'make-cohort', values: form.input, errors: {} } };
		return { reply, list: showList(readStudentList(form.input.list), locals.locale) };
	},
	make: async ({ request, locals, params }) => {
		const form = await readForm(request, 'make-cohort', makeCohortForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => makeCohort(ctx, form.input));
		if (!outcome.ok) {
			return fail(409, {
				reply: form.refusal(t(`cohorts.refusal.${outcome.reason}`), outcome.field),
				list: showList(readStudentList(form.input.list), locals.locale),
			});
		}
		redirect(303, `/${params.lang}/me/cohorts/${outcome.value.cohort}?made`);
	},
} satisfies Actions;
