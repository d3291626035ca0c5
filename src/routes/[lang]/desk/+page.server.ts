import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/support';
import {
	decideInBulk,
	queueForOffice,
	reasonsForAll,
	reasonText,
	runningBulks,
	undoBulk,
} from '#domain/support';
import { timeZoneOf } from '#domain/places';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { formatTime } from '#shared/format';
import { isOneOf, languages } from '#shared/vocabulary';
import { languageChoices } from '../choices.ts';
import { bulkForm, undoForm } from './bulk-forms.ts';
import { deskAddress, queueQueryOf, searchOf } from './desk-address.ts';
import { showCounts, showQueue } from './show-queue.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const deeds = ['granted', 'refused', 'asked'] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const query = queueQueryOf(url);
	const queue = await queueForOffice(ctx, query);
	const done = url.searchParams.get('done');
	const oldest = query.after === undefined && queue.state === 'to-decide' ? queue.rows[0] : undefined;
	const zone = await timeZoneOf(ctx, queue.organisation.country ?? null);
	const bulks = await runningBulks(ctx);
	const reasons = reasonsForAll([...new Set(queue.rows.map(({ kind }) => kind))]);
	const left = Number(url.searchParams.get('left') ?? 0);
	return {
		mayChoose: queue.state === 'to-decide' && queue.rows.length > 0,
		bulks: bulks.map((bulk) => ({
			id: bulk.id,
			text: t(`support.bulk.${bulk.decision}`, {
				count: bulk.count,
				time: formatTime(bulk.due_at, locale, zone),
			}),
		})),
		undone: url.searchParams.has('undone'),
		left: Number.isInteger(left) && left > 0 && left <= 50 ? left : 0,
		reasons: reasons.map((value) => ({ value, label: reasonText(value) })),
		languages: languageChoices(locale),
		language: languages.find((code) => code === locale) ?? 'en',
		search: searchOf(query).toString(),
		queue: showQueue(queue, query, locale),
		...showCounts(queue, locale),
		done: isOneOf(deeds, done) ? done : undefined,
		waiting: queue.states.find((each) => each.state === 'to-decide')?.count ?? 0,
		oldest: oldest && { days: oldest.age, href: deskAddress(locale, query, { case: oldest.case }) },
	};
};

/** The desk with the same look at the queue, and what is told there. */
function here({ params, url }: RequestEvent, told: Readonly<Record<string, string>>): string {
	const search = searchOf(queueQueryOf(url));
	for (const [name, value] of Object.entries(told)) search.set(name, value);
	return `/${params.lang}/desk?${search}`;
}

export const actions = {
	bulk: async (event) => {
		const form = await readForm(event.request, 'bulk', bulkForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { step: steps, language: wordsLocale, ...input } = form.input;
		const outcome = await once(event.locals.ctx, form.sent, (ctx) =>
			decideInBulk(ctx, { ...input, steps, wordsLocale }),
		);
		if (!outcome.ok)
			return fail(409, { reply: form.refusal(t(`support.refusal.${outcome.reason}`), outcome.field) });
		const { left } = outcome.value;
		redirect(303, here(event, left > 0 ? { left: String(left) } : {}));
	},
	undo: async (event) => {
		const form = await readForm(event.request, 'undo-bulk', undoForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(event.locals.ctx, form.sent, (ctx) => undoBulk(ctx, form.input.bulk));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`support.refusal.${outcome.reason}`)) });
		redirect(303, here(event, { undone: '' }));
	},
} satisfies Actions;
