import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/schools';
import { t as placeName } from '#messages/places';
import { countries, footnotesOf } from '#domain/places';
import { correctSchool, correctSchoolForm, schoolFor } from '#domain/schools';
import { NotFound } from '#platform/errors';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { schoolLevels } from '#shared/vocabulary';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const school = await schoolFor(locals.ctx, params.id);
	if (!school.ownAddition) throw new NotFound('school');
	const labels = await countries(locals.ctx);
	return {
		school,
		countries: labels.map(({ code, name }) => ({ value: code, label: name })),
		levels: schoolLevels.map((level) => ({ value: level, label: placeName(`places.level.${level}`) })),
		footnotes: footnotesOf(labels),
	};
};

export const actions = {
	correct: async ({ request, locals, params }) => {
		const form = await readForm(request, 'correct-school', correctSchoolForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) =>
			correctSchool(ctx, { ...form.input, school: params.id }),
		);
		if (!outcome.ok) {
			return fail(409, { reply: form.refusal(t(`schools.refusal.${outcome.reason}`), outcome.field) });
		}
		redirect(303, `/${params.lang}/schools/${params.id}`);
	},
} satisfies Actions;
