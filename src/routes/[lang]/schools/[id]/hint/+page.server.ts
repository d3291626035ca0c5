import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/schools';
import { giveHint, hintForm, hintKinds, schoolFor } from '#domain/schools';
import { NotFound } from '#platform/errors';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const school = await schoolFor(locals.ctx, params.id);
	// a school that nobody has confirmed is with an officer anyway
	if (!school.known) throw new NotFound('school');
	return {
		school,
		kinds: hintKinds.map((kind) => ({ value: kind, label: t(`schools.hint.kind.${kind}`) })),
	};
};

export const actions = {
	hint: async ({ request, locals, params }) => {
		const { known } = await schoolFor(locals.ctx, params.id);
		if (!known) throw new NotFound('school');
		const form = await readForm(request, 'school-hint', hintForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) =>
			giveHint(ctx, { ...form.input, school: params.id }),
		);
		if (!outcome.ok) {
			return fail(409, { reply: form.refusal(t(`schools.refusal.${outcome.reason}`), outcome.field) });
		}
		redirect(303, `/${params.lang}/schools/${params.id}?hinted`);
	},
} satisfies Actions;
