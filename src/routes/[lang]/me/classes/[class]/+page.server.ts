import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import {
	addPupils,
	bringClassBack,
	bringPupilBack,
	changeClass,
	classFor,
	endClass,
	keepClass,
	longestAlias,
	mostPupils,
	nextLastDay,
	proposeAliases,
	runningClassFor,
	setSigningInAtHome,
} from '#domain/pupils';
import { t } from '#messages/pupils';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { formatDate } from '#shared/format';
import { choice, id, text } from '#shared/form-fields';
import { locales } from '#shared/locales';
import { languagesOfPupils } from '../languages.ts';
import { withNewCards, withNewPictures } from './sheet.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { ctx, locale } = locals;
	const { pupils, ended, endedAt, endsOn, homeClosedAt, ...found } = await classFor(ctx, params.class);
	const next = nextLastDay(endsOn, ctx.now);
	const inWords = (day: string) => formatDate(new Date(`${day}T12:00:00Z`), locale, 'UTC');
	const room = mostPupils - pupils.length;
	const number = Math.min(Math.max(Number.parseInt(url.searchParams.get('number') ?? '', 10) || 0, 0), room);
	const taken = [...pupils, ...ended].map(({ alias }) => alias);
	return {
		found,
		ended: endedAt && formatDate(endedAt, locale, 'UTC'),
		endsOn: inWords(endsOn),
		keptUntil: next && inWords(next),
		isHomeClosed: homeClosedAt !== undefined,
		pupils: pupils.map(({ cardMadeAt, sign, ...pupil }) => ({
			...pupil,
			hasPictures: sign !== undefined,
			card: cardMadeAt && formatDate(cardMadeAt, locale, 'UTC'),
		})),
		gone: ended.map((pupil) => ({
			id: pupil.id,
			alias: pupil.alias,
			when: formatDate(pupil.endedAt, locale, 'UTC'),
		})),
		languages: languagesOfPupils,
		room,
		longestAlias,
		proposals: proposeAliases(number, found.locale, taken),
		told: url.searchParams.get('told'),
		about: url.searchParams.get('about'),
	};
};

const addForm = z.object({ aliases: z.array(text(longestAlias)).min(1).max(mostPupils) });
const cardsForm = z.object({
	pupils: z
		.array(id())
		.max(mostPupils)
		.refine((pupils) => pupils.length > 0, { error: () => t('pupils.cards.choose') })
		.prefault([]),
});
const pupilForm = z.object({ pupil: id() });
const classForm = z.object({ name: text(60), locale: choice(locales) });
const nothing = z.object({});

export const actions = {
	add: async ({ request, locals, params }) => {
		const form = await readForm(request, 'add', addForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { aliases } = form.input;
		return withNewCards(locals.ctx, { form, class: params.class }, async (ctx) =>
			addPupils(ctx, { class: params.class, aliases }),
		);
	},
	cards: async ({ request, locals, params }) => {
		const form = await readForm(request, 'cards', cardsForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { pupils } = form.input;
		return withNewCards(locals.ctx, { form, class: params.class }, async () => ({ ok: true, value: pupils }));
	},
	pictures: async ({ request, locals, params }) => {
		const form = await readForm(request, 'cards', cardsForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		return withNewPictures(locals.ctx, { form, class: params.class }, form.input.pupils);
	},
	'all-cards': async ({ request, locals, params }) => {
		const form = await readForm(request, 'all-cards', nothing);
		if (!form.ok) return fail(400, { reply: form.reply });
		return withNewCards(locals.ctx, { form, class: params.class }, async (ctx) => {
			const { pupils } = await runningClassFor(ctx, params.class);
			return { ok: true, value: pupils.map((pupil) => pupil.id) };
		});
	},
	change: async ({ request, locals, params }) => {
		const form = await readForm(request, 'change-class', classForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		await once(locals.ctx, form.sent, (ctx) => changeClass(ctx, { class: params.class, ...form.input }));
		redirect(303, `/${params.lang}/me/classes/${params.class}?told=changed`);
	},
	home: async ({ request, locals, params }) => {
		const form = await readForm(request, 'home', z.object({ home: choice(['allowed', 'closed']) }));
		if (!form.ok) return fail(400, { reply: form.reply });
		const rule = { class: params.class, isAllowed: form.input.home === 'allowed' };
		await once(locals.ctx, form.sent, (ctx) => setSigningInAtHome(ctx, rule));
		redirect(303, `/${params.lang}/me/classes/${params.class}?told=changed`);
	},
	keep: async ({ request, locals, params }) => {
		const form = await readForm(request, 'keep', nothing);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => keepClass(ctx, params.class));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`pupils.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/me/classes/${params.class}?told=changed`);
	},
	end: async ({ request, locals, params }) => {
		const form = await readForm(request, 'end-class', nothing);
		if (!form.ok) return fail(400, { reply: form.reply });
		await once(locals.ctx, form.sent, (ctx) => endClass(ctx, params.class));
		redirect(303, `/${params.lang}/me/classes/${params.class}`);
	},
	back: async ({ request, locals, params }) => {
		const form = await readForm(request, 'class-back', nothing);
		if (!form.ok) return fail(400, { reply: form.reply });
		await once(locals.ctx, form.sent, (ctx) => bringClassBack(ctx, params.class));
		redirect(303, `/${params.lang}/me/classes/${params.class}?told=back`);
	},
	'pupil-back': async ({ request, locals, params }) => {
		const form = await readForm(request, 'pupil-back', pupilForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { pupil } = form.input;
		const outcome = await once(locals.ctx, form.sent, (ctx) =>
			bringPupilBack(ctx, { class: params.class, pupil }),
		);
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`pupils.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/me/classes/${params.class}?told=pupil-back&about=${pupil}`);
	},
} satisfies Actions;
