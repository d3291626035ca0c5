import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { t } from '#messages/pupils';
import { endingReasons } from '#domain/people';
import { leaveSchool, leavingOf } from '#domain/pupils';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { choice, id } from '#shared/form-fields';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { school, classes, colleagues, isLast } = await leavingOf(locals.ctx, params.affiliation);
	return {
		school: school.name,
		classes,
		isLast,
		colleagues: colleagues.map((person) => ({ value: person.id, label: person.name })),
	};
};

const leaveForm = z.object({ reason: choice(endingReasons), to: id().or(z.literal('')).default('') });

export const actions = {
	leave: async ({ request, locals, params }) => {
		const form = await readForm(request, 'leave', leaveForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { reason, to } = form.input;
		const input = { affiliation: params.affiliation, reason, ...(to !== '' && { to }) };
		const outcome = await once(locals.ctx, form.sent, (ctx) => leaveSchool(ctx, input));
		if (!outcome.ok)
			return fail(409, { reply: form.refusal(t(`pupils.refusal.${outcome.reason}`), outcome.field) });
		redirect(303, `/${params.lang}/me/status?told=ended`);
	},
} satisfies Actions;
