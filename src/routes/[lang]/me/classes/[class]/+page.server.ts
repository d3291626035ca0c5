import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import {
	addPupils,
	classFor,
	endPupil,
	longestAlias,
	mostPupils,
	proposeAliases,
	renamePupil,
	renewCards,
	type PrintedCard,
} from '#domain/pupils';
import { t } from '#messages/pupils';
import { once } from '#platform/forms';
import { granted } from '#platform/result';
import { readForm } from '#platform/sent-form';
import type { FormReply } from '#shared/form';
import { formatDate } from '#shared/format';
import { id, text } from '#shared/form-fields';
import { sheetOf } from './sheet.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { ctx, locale } = locals;
	const { pupils, ...found } = await classFor(ctx, params.class);
	const room = mostPupils - pupils.length;
	const number = Math.min(Math.max(Number.parseInt(url.searchParams.get('number') ?? '', 10) || 0, 0), room);
	return {
		found,
		pupils: pupils.map(({ cardMadeAt, ...pupil }) => ({
			...pupil,
			card: cardMadeAt && formatDate(cardMadeAt, locale, 'UTC'),
		})),
		room,
		longestAlias,
		proposals: proposeAliases(
			number,
			found.locale,
			pupils.map(({ alias }) => alias),
		),
	};
};

const addForm = z.object({ aliases: z.array(text(longestAlias)).min(1).max(mostPupils) });
const cardsForm = z.object({
	pupils: z
		.array(id())
		.min(1, { error: () => t('pupils.cards.choose') })
		.max(mostPupils)
		.prefault([]),
});
const pupilForm = z.object({ pupil: id() });

/** Codes are answered once and kept nowhere, also not with the answer of the form: a repetition has none to show. */
export const actions = {
	add: async ({ request, locals, params }) => {
		const form = await readForm(request, 'add', addForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		let cards: readonly PrintedCard[] | undefined;
		const outcome = await once(locals.ctx, form.sent, async (ctx) => {
			const added = await addPupils(ctx, { class: params.class, aliases: form.input.aliases });
			if (!added.ok) return added;
			cards = (await renewCards(ctx, { class: params.class, pupils: added.value })).value;
			return granted();
		});
		if (!outcome.ok)
			return fail(409, { reply: form.refusal(t(`pupils.refusal.${outcome.reason}`), outcome.field) });
		return { sheet: await sheetOf(locals.ctx, params.class, cards) };
	},
	cards: async ({ request, locals, params }) => {
		const form = await readForm(request, 'cards', cardsForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		let cards: readonly PrintedCard[] | undefined;
		await once(locals.ctx, form.sent, async (ctx) => {
			cards = (await renewCards(ctx, { class: params.class, pupils: form.input.pupils })).value;
			return granted();
		});
		return { sheet: await sheetOf(locals.ctx, params.class, cards) };
	},
	rename: async ({ request, locals, params }) => {
		const form = await readForm(request, 'rename', pupilForm.extend({ alias: text(longestAlias) }));
		if (!form.ok) return fail(400, { reply: replyAt(form.reply) });
		const outcome = await once(locals.ctx, form.sent, (ctx) =>
			renamePupil(ctx, { class: params.class, ...form.input }),
		);
		if (!outcome.ok) {
			const reply = form.refusal(t(`pupils.refusal.${outcome.reason}`), 'alias');
			return fail(409, { reply: replyAt(reply) });
		}
		redirect(303, `/${params.lang}/me/classes/${params.class}`);
	},
	end: async ({ request, locals, params }) => {
		const form = await readForm(request, 'end', pupilForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		await once(locals.ctx, form.sent, (ctx) => endPupil(ctx, { class: params.class, ...form.input }));
		redirect(303, `/${params.lang}/me/classes/${params.class}`);
	},
} satisfies Actions;

/** Each pupil has a form for the alias: the reply belongs to the one that was sent. */
function replyAt(reply: FormReply): FormReply {
	return { ...reply, form: `rename-${String(reply.values['pupil'] ?? '')}` };
}
