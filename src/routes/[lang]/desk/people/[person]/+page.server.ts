import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { t } from '#messages/support';
import { personAtDesk } from '#domain/people';
import { lookReasons, openLook } from '#domain/support';
import { refusedTooOften } from '#platform/limits';
import { granted } from '#platform/result';
import { readForm } from '#platform/sent-form';
import { choice, id } from '#shared/form-fields';
import { factsOfPerson, placesOfPerson, showCasesOfPerson } from '../show-person.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { ctx, locale } = locals;
	const { cases, opened } = await personAtDesk(ctx, params.person);
	return {
		cases: showCasesOfPerson(cases, locale),
		reasons: lookReasons.map((value) => ({ value, label: t(`support.case.look.reason.${value}`) })),
		opened: opened && {
			name: opened.name,
			until: opened.untilText,
			facts: factsOfPerson(opened, locale),
			places: placesOfPerson(opened),
			about: opened.profile.about,
			aboutLocale: opened.profile.aboutLocale,
		},
	};
};

const openForm = z.object({ case: id(), reason: choice(lookReasons) });

export const actions = {
	open: async ({ request, locals, params }) => {
		const form = await readForm(request, 'open-person', openForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const look = { ...form.input, person: params.person };
		const outcome = await openLook(locals.ctx, look).then(granted).catch(refusedTooOften);
		if (!outcome.ok) return fail(429, { reply: form.refusal(t(`support.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/desk/people/${params.person}`);
	},
} satisfies Actions;
