import { fail, redirect } from '@sveltejs/kit';
import { encode } from 'uqr';
import { z } from 'zod';
import { answerColleague, linkDeskFor, makeLink, withdrawLink } from '#domain/partner-finding';

import { t } from '#messages/partners';
import { publicAddress } from '#platform/addresses';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { choice, id } from '#shared/form-fields';
import { formatDate, formatLine, formatRelative } from '#shared/format';
import { projectIn } from '../address.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { ctx, locale } = locals;
	const { title, address, link, colleagues } = await linkDeskFor(ctx, projectIn(params));
	const href = link && publicAddress(`/${locale}${link.path}`);
	return {
		title,
		plan: `/${locale}/projects/${address}/plan`,
		link: link && href && { href, code: pathOf(href), until: formatDate(link.expiresAt, locale, 'UTC') },
		colleagues: colleagues.map(({ invitation, person, validated, accepted, saidAt }) => ({
			...{ invitation, validated, accepted },
			person: { id: person.id, name: person.name },
			line: formatLine([person.school?.name, formatRelative(saidAt, ctx.now, locale)], locale),
		})),
	};
};

/** The dark squares of the code, as one path. */
function pathOf(text: string) {
	const { data, size } = encode(text, { ecc: 'M', border: 2 });
	const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
	return { size, path: squares.join('') };
}

const deciding = z.object({ invitation: id(), person: id(), answer: choice(['yes', 'no']) });
const nothing = z.object({});

export const actions = {
	make: async ({ request, locals, params, url }) => {
		const form = await readForm(request, 'make-link', nothing);
		if (!form.ok) return fail(400, { reply: form.reply });
		await once(locals.ctx, form.sent, (ctx) => makeLink(ctx, { project: projectIn(params) }));
		redirect(303, url.pathname);
	},
	withdraw: async ({ request, locals, params, url }) => {
		const form = await readForm(request, 'withdraw-link', nothing);
		if (!form.ok) return fail(400, { reply: form.reply });
		await once(locals.ctx, form.sent, (ctx) => withdrawLink(ctx, { project: projectIn(params) }));
		redirect(303, url.pathname);
	},
	decide: async ({ request, locals, params, url }) => {
		const form = await readForm(request, 'decide-link', deciding);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { invitation, person, answer } = form.input;
		const decision = { project: projectIn(params), invitation, person, accepted: answer === 'yes' };
		const outcome = await once(locals.ctx, form.sent, (ctx) => answerColleague(ctx, decision));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`partners.link.refusal.${outcome.reason}`)) });
		redirect(303, url.pathname);
	},
} satisfies Actions;
