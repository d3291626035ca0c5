import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { dropClassCard, ownClassCards } from '#domain/partner-finding';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { id } from '#shared/form-fields';
import { formatLine, languageName } from '#shared/format';
import { agesText } from '../ages-text.ts';
import { timesOf } from './class-times.ts';
import { subjectName } from '../show-search.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { ctx, locale } = locals;
	return {
		cards: (await ownClassCards(ctx)).map((card) => ({
			...{ id: card.id, name: card.name, pupils: card.pupils, wishes: card.wishes, lang: card.locale },
			ages: agesText(card.agesFrom, card.agesTo, locale),
			languages: formatLine(
				card.languages.map((code) => languageName(code, locale)),
				locale,
			),
			subjects: card.subjects.map(subjectName),
			times: timesOf(card, { locale, now: ctx.now }),
		})),
	};
};

const dropping = z.object({ card: id() });

export const actions = {
	drop: async ({ request, locals, url }) => {
		const form = await readForm(request, 'drop', dropping);
		if (!form.ok) return fail(400, { reply: form.reply });
		await once(locals.ctx, form.sent, (ctx) => dropClassCard(ctx, form.input));
		redirect(303, url.pathname);
	},
} satisfies Actions;
