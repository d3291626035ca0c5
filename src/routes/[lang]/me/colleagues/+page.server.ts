import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/people';
import { t as placesText } from '#messages/places';
import { statedColleagues, vouchFor, vouchForm } from '#domain/people';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { formatDate } from '#shared/format';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const colleagues = await statedColleagues(locals.ctx);
	const day = (moment: Date | undefined) => moment && formatDate(moment, locals.locale, 'UTC');
	return {
		told: url.searchParams.has('told'),
		colleagues: colleagues.map(({ affiliation, name, role, school, said, statedAt, mayFrom }) => ({
			...{ affiliation, name, said, school: school.name },
			role: placesText(`places.role.${role}`),
			stated: day(statedAt) ?? '',
			mayFrom: day(mayFrom),
		})),
	};
};

export const actions = {
	say: async ({ request, locals, params }) => {
		const form = await readForm(request, 'say', vouchForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => vouchFor(ctx, form.input));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`people.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/me/colleagues?told`);
	},
} satisfies Actions;
