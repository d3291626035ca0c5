import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { t } from '#messages/support';
import { addHolidays, holidaysFor, removeHoliday } from '#domain/support';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { formatDate } from '#shared/format';
import { text } from '#shared/form-fields';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const days = await holidaysFor(ctx);
	return {
		done: url.searchParams.get('done'),
		days: days.map(({ day, name }) => ({
			id: day,
			date: formatDate(new Date(`${day}T12:00:00Z`), locale, 'UTC', 'full'),
			name,
		})),
	};
};

const date = z.iso.date();
const addForm = z.object({
	from: date,
	until: z.union([z.literal(''), date]).default(''),
	name: text(100),
});
const removeForm = z.object({ day: date });

export const actions = {
	add: async ({ request, locals, params }) => {
		const form = await readForm(request, 'add-holidays', addForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { from, until, name } = form.input;
		const outcome = await once(locals.ctx, form.sent, (ctx) =>
			addHolidays(ctx, { from, until: until || undefined, name }),
		);
		if (!outcome.ok)
			return fail(409, { reply: form.refusal(t(`support.refusal.${outcome.reason}`), outcome.field) });
		redirect(303, `/${params.lang}/desk/holidays?done=added`);
	},
	remove: async ({ request, locals, params }) => {
		const form = await readForm(request, 'remove-holiday', removeForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		await once(locals.ctx, form.sent, (ctx) => removeHoliday(ctx, form.input.day));
		redirect(303, `/${params.lang}/desk/holidays?done=removed`);
	},
} satisfies Actions;
