import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { putSuggestionAway, suggestPartners, takeSuggestionsBack } from '#domain/partner-finding';
import { countryLabels, footnotesOf } from '#domain/places';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { id } from '#shared/form-fields';
import { hitCards } from '../show-hits.ts';
import { reasonText } from './reason-text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const found = await suggestPartners(ctx, url.searchParams.get('class') ?? undefined);
	const reader = { locale, country: await countryLabels(ctx) };
	const cards = hitCards(
		found.suggestions.map(({ hit }) => hit),
		reader,
	);
	return {
		classes: found.classes.map(({ id, name }) => ({
			label: name,
			href: `/${locale}/partners/suggestions?class=${id}`,
			current: id === found.class?.id,
		})),
		class: found.class && { id: found.class.id, name: found.class.name },
		known: found.known,
		gettingReady: found.gettingReady,
		suggestions: found.suggestions.map(({ reasons, theirClass }, place) => ({
			card: cards[place] as (typeof cards)[number],
			reasons: reasons.map((reason) => reasonText(reason, { locale, zone: found.zone, now: ctx.now })),
			theirClass: theirClass?.name,
		})),
		putAway: found.putAway,
		/** What was just put away, to be taken back by one click. */
		undo: url.searchParams.get('away'),
		saved: url.searchParams.has('saved'),
		footnotes: footnotesOf(cards.flatMap(({ countries }) => countries)),
	};
};

const away = z.object({ thing: id() });
const again = z.object({ thing: z.union([id(), z.literal('')]).default('') });

export const actions = {
	away: async ({ request, locals, url }) => {
		const form = await readForm(request, 'away', away);
		if (!form.ok) return fail(400, { reply: form.reply });
		await once(locals.ctx, form.sent, (ctx) => putSuggestionAway(ctx, form.input));
		redirect(303, here(url, form.input.thing));
	},
	again: async ({ request, locals, url }) => {
		const form = await readForm(request, 'again', again);
		if (!form.ok) return fail(400, { reply: form.reply });
		const thing = form.input.thing || undefined;
		await once(locals.ctx, form.sent, (ctx) => takeSuggestionsBack(ctx, { thing }));
		redirect(303, here(url));
	},
} satisfies Actions;

/** The same page for the same class, with what can be undone. */
function here(url: URL, away?: string): string {
	const address = new URLSearchParams();
	const asked = url.searchParams.get('class');
	if (asked) address.set('class', asked);
	if (away) address.set('away', away);
	return address.size === 0 ? url.pathname : `${url.pathname}?${address}`;
}
