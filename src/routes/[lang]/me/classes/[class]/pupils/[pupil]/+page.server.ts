import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { endPupil, erasePupil, longestAlias, renamePupil, runningClassFor } from '#domain/pupils';
import { t } from '#messages/pupils';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { formatDate } from '#shared/format';
import { text } from '#shared/form-fields';
import { withNewCards } from '../../sheet.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { pupils, ...found } = await runningClassFor(locals.ctx, params.class);
	const pupil = pupils.find(({ id }) => id === params.pupil) ?? error(404);
	const { alias, cardMadeAt } = pupil;
	return {
		class: { id: found.id, name: found.name },
		pupil: pupil.id,
		alias,
		card: cardMadeAt && formatDate(cardMadeAt, locals.locale, 'UTC'),
		longestAlias,
		told: url.searchParams.get('told'),
	};
};

const nothing = z.object({});

export const actions = {
	rename: async ({ request, locals, params }) => {
		const form = await readForm(request, 'rename', z.object({ alias: text(longestAlias) }));
		if (!form.ok) return fail(400, { reply: form.reply });
		const change = { class: params.class, pupil: params.pupil, alias: form.input.alias };
		const outcome = await once(locals.ctx, form.sent, (ctx) => renamePupil(ctx, change));
		if (!outcome.ok)
			return fail(409, { reply: form.refusal(t(`pupils.refusal.${outcome.reason}`), outcome.field) });
		redirect(303, `/${params.lang}/me/classes/${params.class}/pupils/${params.pupil}?told=renamed`);
	},
	card: async ({ request, locals, params }) => {
		const form = await readForm(request, 'card', nothing);
		if (!form.ok) return fail(400, { reply: form.reply });
		const pupils = [params.pupil];
		return withNewCards(locals.ctx, { form, class: params.class }, async () => ({ ok: true, value: pupils }));
	},
	end: async ({ request, locals, params }) => {
		const form = await readForm(request, 'end', nothing);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { class: id, pupil } = params;
		await once(locals.ctx, form.sent, (ctx) => endPupil(ctx, { class: id, pupil }));
		redirect(303, `/${params.lang}/me/classes/${id}?told=ended&about=${pupil}`);
	},
	forget: async ({ request, locals, params }) => {
		const form = await readForm(request, 'forget', nothing);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { class: id, pupil } = params;
		await once(locals.ctx, form.sent, (ctx) => erasePupil(ctx, { class: id, pupil }));
		redirect(303, `/${params.lang}/me/classes/${id}?told=forgotten`);
	},
} satisfies Actions;
