import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { classesFor, makeClass, schoolsForClasses } from '#domain/pupils';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { choice, id, text } from '#shared/form-fields';
import { locales, ownNameOf } from '#shared/locales';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	classes: await classesFor(locals.ctx),
	schools: await schoolsForClasses(locals.ctx),
	languages: locales.map((locale) => ({ value: locale, label: ownNameOf(locale), lang: locale })),
});

const classForm = z.object({ school: id(), name: text(60), locale: choice(locales) });

export const actions = {
	make: async ({ request, locals, params }) => {
		const form = await readForm(request, 'make-class', classForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const made = await once(locals.ctx, form.sent, (ctx) => makeClass(ctx, form.input));
		redirect(303, `/${params.lang}/me/classes/${made.value}`);
	},
} satisfies Actions;
