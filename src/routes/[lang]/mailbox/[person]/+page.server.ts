import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import {
	blockPerson,
	conversationWith,
	keepDraft,
	longestWords,
	muteConversation,
	seeConversation,
	writeMessage,
} from '#domain/contacts';
import { ownCountry } from '#domain/people';
import { timeZoneOf } from '#domain/places';
import { t } from '#messages/mailbox';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { choice, optionalText, text } from '#shared/form-fields';
import { formatTime } from '#shared/format';
import { messageShown } from './message-shown.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { ctx, locale } = locals;
	const before = url.searchParams.get('before') ?? undefined;
	const found = await conversationWith(ctx, params.person, before);
	const zone = await timeZoneOf(ctx, await ownCountry(ctx));
	const { other, unreadSince, draft, hindrance, waiting, muted, begun, older } = found;
	const firstNew = found.messages.find(({ mine, sentAt }) => !mine && unreadSince && sentAt >= unreadSince);
	return {
		...{ muted, begun, older },
		other: { id: other.id, name: other.name, school: other.school?.name },
		messages: found.messages.map((message) => messageShown(message, { ctx, zone, firstNew })),
		/** Up to which moment one has looked, once one has. */
		unread: unreadSince && (found.messages.at(-1)?.sentAt ?? unreadSince).toISOString(),
		draft: draft && { words: draft.words, at: formatTime(draft.keptAt, locale, zone) },
		hindrance: hindrance && t(`mailbox.refusal.${hindrance}`),
		mustAsk: hindrance === 'no-contact',
		waiting: waiting !== undefined,
		most: longestWords,
		told: url.searchParams.get('told') === 'reported',
	};
};

const writing = z.object({ words: text(longestWords) });
const keeping = z.object({ words: optionalText(longestWords) });
const seeing = z.object({ 'up-to': z.iso.datetime() });
const muting = z.object({ muted: choice(['yes', 'no']) });

export const actions = {
	write: async ({ request, locals, params, url }) => {
		const form = await readForm(request, 'write', writing);
		if (!form.ok) return fail(400, { reply: form.reply });
		const message = { to: params.person, ...form.input };
		const outcome = await once(locals.ctx, form.sent, (ctx) => writeMessage(ctx, message));
		if (!outcome.ok) {
			return fail(409, { reply: form.refusal(t(`mailbox.refusal.${outcome.reason}`), outcome.field) });
		}
		redirect(303, `${url.pathname}#newest`);
	},
	keep: async ({ request, locals, params, url }) => {
		const form = await readForm(request, 'write', keeping);
		if (!form.ok) return fail(400, { reply: form.reply });
		const draft = { to: params.person, ...form.input };
		await once(locals.ctx, { ...form.sent, form: 'keep' }, (ctx) => keepDraft(ctx, draft));
		redirect(303, `${url.pathname}#form-write`);
	},
	see: async ({ request, locals, params, url }) => {
		const form = await readForm(request, 'see', seeing);
		if (!form.ok) return fail(400, { reply: form.reply });
		const seen = { with: params.person, upTo: new Date(form.input['up-to']) };
		await once(locals.ctx, form.sent, (ctx) => seeConversation(ctx, seen));
		redirect(303, url.pathname);
	},
	mute: async ({ request, locals, params, url }) => {
		const form = await readForm(request, 'mute', muting);
		if (!form.ok) return fail(400, { reply: form.reply });
		const change = { with: params.person, muted: form.input.muted === 'yes' };
		await once(locals.ctx, form.sent, (ctx) => muteConversation(ctx, change));
		redirect(303, url.pathname);
	},
	block: async ({ request, locals, params }) => {
		const form = await readForm(request, 'block', z.object({}));
		if (!form.ok) return fail(400, { reply: form.reply });
		await once(locals.ctx, form.sent, (ctx) => blockPerson(ctx, { person: params.person }));
		redirect(303, `/${params.lang}/contacts`);
	},
} satisfies Actions;
