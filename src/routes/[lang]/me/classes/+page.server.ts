import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { t } from '#messages/pupils';
import {
	classesFor,
	declineClass,
	makeClass,
	offeredClasses,
	schoolsForClasses,
	takeOverClass,
} from '#domain/pupils';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { choice, id, text } from '#shared/form-fields';
import { locales } from '#shared/locales';
import { formatDate } from '#shared/format';
import { languagesOfPupils } from './languages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { ctx, locale } = locals;
	const [classes, schools] = await Promise.all([classesFor(ctx), schoolsForClasses(ctx)]);
	return {
		offers: await offeredClasses(ctx),
		classes: classes.filter((each) => each.endedAt === undefined),
		ended: classes.flatMap(({ id, name, endedAt }) =>
			endedAt ? [{ id, name, when: formatDate(endedAt, locale, 'UTC') }] : [],
		),
		schools,
		languages: languagesOfPupils,
	};
};

const classForm = z.object({ school: id(), name: text(60), locale: choice(locales) });

const offerForm = z.object({ class: id() });

export const actions = {
	take: async ({ request, locals, params }) => {
		const form = await readForm(request, 'offer', offerForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => takeOverClass(ctx, form.input.class));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`pupils.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/me/classes/${form.input.class}`);
	},
	decline: async ({ request, locals, params }) => {
		const form = await readForm(request, 'offer', offerForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => declineClass(ctx, form.input.class));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`pupils.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/me/classes`);
	},
	make: async ({ request, locals, params }) => {
		const form = await readForm(request, 'make-class', classForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const made = await once(locals.ctx, form.sent, (ctx) => makeClass(ctx, form.input));
		redirect(303, `/${params.lang}/me/classes/${made.value}`);
	},
} satisfies Actions;
