import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import {
	answerRequest,
	blockedPeople,
	blockPerson,
	contactsFor,
	requestsFor,
	unblockPerson,
} from '#domain/contacts';
import { countryLabels, footnotesOf } from '#domain/places';
import { t } from '#messages/contacts';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { formatDate, formatLine, formatRelative } from '#shared/format';
import { choice, id } from '#shared/form-fields';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { ctx, locale } = locals;
	const [contacts, requests, blocked] = [
		await contactsFor(ctx),
		await requestsFor(ctx),
		await blockedPeople(ctx),
	];
	const label = await countryLabels(ctx);
	const countries = contacts.flatMap(({ country }) => (country === null ? [] : [label(country)]));
	return {
		contacts: contacts.map(({ since, ...card }) => ({
			...card,
			place: formatLine(
				[card.school?.name, card.school?.town, card.country && label(card.country).name],
				locale,
			),
			since: formatDate(since, locale, 'UTC'),
		})),
		footnotes: footnotesOf(countries),
		requests: requests.map(({ sentAt, answer, ...request }) => ({
			...request,
			when: formatRelative(sentAt, ctx.now, locale),
			line: formatLine([request.other.school?.name, formatRelative(sentAt, ctx.now, locale)], locale),
			answer: answer && (answer.accepted ? ('accepted' as const) : ('declined' as const)),
		})),
		blocked: blocked.map(({ id, name }) => ({ id, name })),
	};
};

const answerForm = z.object({ request: id(), answer: choice(['accept', 'decline']) });
const personForm = z.object({ person: id() });

export const actions = {
	answer: async ({ request, locals, params }) => {
		const form = await readForm(request, 'answer', answerForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { answer, request: asked } = form.input;
		const outcome = await once(locals.ctx, form.sent, (ctx) =>
			answerRequest(ctx, { request: asked, accepted: answer === 'accept' }),
		);
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`contacts.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/contacts`);
	},
	block: async ({ request, locals, params }) => {
		const form = await readForm(request, 'block', personForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		await once(locals.ctx, form.sent, (ctx) => blockPerson(ctx, form.input));
		redirect(303, `/${params.lang}/contacts`);
	},
	unblock: async ({ request, locals, params }) => {
		const form = await readForm(request, 'unblock', personForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		await once(locals.ctx, form.sent, (ctx) => unblockPerson(ctx, form.input));
		redirect(303, `/${params.lang}/contacts`);
	},
} satisfies Actions;
