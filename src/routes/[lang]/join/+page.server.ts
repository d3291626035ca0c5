import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/people';
import { askToJoin, findSchoolForm, joinForm, letterCookie, placeOfForm } from '#domain/people';
import { countries, footnotesOf } from '#domain/places';
import { findSchools, schoolCards } from '#domain/schools';
import { isId } from '#platform/ids';
import { once } from '#platform/forms';
import { networkOf, refusedTooOften } from '#platform/limits';
import { readForm } from '#platform/sent-form';
import type { FormReply } from '#shared/form';
import { internalPath } from '#shared/internal-path';
import { handOn } from '../hand-on.ts';
import { roleOptions } from '../me/role-options.ts';
import { schoolOptions } from '../school-option.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const labels = await countries(locals.ctx);
	const next = leadsTo(url);
	return {
		next: next === undefined ? '' : `&next=${encodeURIComponent(next)}`,
		countries: labels.map(({ code, name }) => ({ value: code, label: name })),
		footnotes: footnotesOf(labels),
		roles: roleOptions(),
	};
};

/** Where somebody was on the way to when they found that they had to join first. */
function leadsTo(url: URL): string | undefined {
	return internalPath(url.searchParams.get('next'), '') || undefined;
}

/** The school picked before, or those that fit what was typed: they stand there still when something is to be mended. */
async function schoolsFor(ctx: App.Locals['ctx'], values: FormReply['values']) {
	const [school, country, text] = ['school', 'country', 'school-search'].map((name) =>
		String(values[name] ?? ''),
	);
	if (school) return schoolOptions(ctx, [...(await schoolCards(ctx, [school].filter(isId))).values()]);
	return text && country ? schoolOptions(ctx, await findSchools(ctx, { country, text })) : [];
}

export const actions = {
	/** Without JavaScript the school is searched for by a button of the same form. */
	find: async ({ request, locals }) => {
		const form = await readForm(request, 'join', findSchoolForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const reply = form.refusal('');
		return { reply, hits: await schoolsFor(locals.ctx, { ...reply.values, school: '' }), searched: true };
	},
	join: async ({ request, locals, params, cookies, url }) => {
		const { ctx } = locals;
		const form = await readForm(request, 'join', joinForm);
		if (!form.ok) return fail(400, { reply: form.reply, hits: await schoolsFor(ctx, form.reply.values) });
		const { name, email, password, country } = form.input;
		const network = networkOf(locals.client);
		const place = placeOfForm(form.input);
		const asked = { name, email, password, country, network, place, leadsTo: leadsTo(url) };
		const outcome = await once(ctx, form.sent, (ctx) => askToJoin(ctx, asked)).catch(refusedTooOften);
		if (!outcome.ok) {
			const reply = form.refusal(t(`people.refusal.${outcome.reason}`), outcome.field);
			return fail(409, { reply, hits: await schoolsFor(ctx, reply.values) });
		}
		handOn(cookies, letterCookie({ kind: 'join', id: outcome.value.joining }));
		redirect(303, `/${params.lang}/join/written`);
	},
} satisfies Actions;
