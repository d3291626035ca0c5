import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { countryLabels } from '#domain/places';
import {
	liftSuspension,
	limits,
	matterForDesk,
	mattersForDesk,
	openWords,
	settleAtDesk,
	settleAtDeskForm,
	suspendForm,
	suspendPerson,
	suspensionDays,
} from '#domain/safety';
import { t } from '#messages/safety';
import { once } from '#platform/forms';
import { refusedTooOften } from '#platform/limits';
import { granted } from '#platform/result';
import { readForm } from '#platform/sent-form';
import { formatDateTime } from '#shared/format';
import { outcomeOptions, reasonOptions, statementInWords } from '../../../reports/safety-in-words.ts';
import { showMatter } from '../show-matters.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { ctx, locale } = locals;
	const found = await matterForDesk(ctx, params.matter);
	const { matter, opened } = found;
	const running = opened?.suspensions?.find(({ liftedAt, until }) => liftedAt === null && until > ctx.now);
	return {
		matters: (await mattersForDesk(ctx, matter.settledAt === null ? 'open' : 'settled')).map((each) =>
			showMatter(each, locale),
		),
		shown: showMatter(matter, locale),
		byPupil: matter.byPupil,
		country: found.country === null ? '' : (await countryLabels(ctx))(found.country).name,
		maySettle: found.maySettle,
		waits: found.round !== undefined,
		statement: statementInWords(
			{
				kind: matter.kind,
				decisions: matter.decisions,
				waits: false,
				mayAppeal: false,
				appealedBy: undefined,
			},
			locale,
		),
		appeal: opened &&
			matter.appeal && { by: matter.appeal.by, words: matter.appeal.words, lang: matter.appeal.locale },
		opened: opened && {
			until: formatDateTime(opened.until, locale, 'UTC'),
			evidence: opened.evidence,
			reports: opened.reports.map(({ id, reason, words, locale: lang }) => ({
				id,
				reason: t(`safety.reason.${reason}`),
				words,
				lang,
			})),
			maySuspend: opened.suspensions !== undefined,
			suspendedUntil: running && formatDateTime(running.until, locale, 'UTC'),
		},
		outcomes: outcomeOptions(found.outcomes),
		reasons: reasonOptions(found.reasons),
		days: suspensionDays.map((days) => ({ value: String(days), label: t('safety.suspend.days', { days }) })),
		most: limits.words,
		told: url.searchParams.get('told'),
	};
};

const nothing = z.object({});

export const actions = {
	open: async ({ request, locals, params }) => {
		const form = await readForm(request, 'open-words', nothing);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await openWords(locals.ctx, params.matter).then(granted).catch(refusedTooOften);
		if (!outcome.ok) return fail(429, { reply: form.refusal(t(`safety.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/desk/moderation/${params.matter}`);
	},
	decide: async ({ request, locals, params }) => {
		const form = await readForm(request, 'decide-matter', settleAtDeskForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const settlement = { matter: params.matter, ...form.input };
		const outcome = await once(locals.ctx, form.sent, (ctx) => settleAtDesk(ctx, settlement));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`safety.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/desk/moderation/${params.matter}`);
	},
	suspend: async ({ request, locals, params }) => {
		const form = await readForm(request, 'suspend', suspendForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const suspension = { matter: params.matter, ...form.input };
		const outcome = await once(locals.ctx, form.sent, (ctx) => suspendPerson(ctx, suspension));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`safety.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/desk/moderation/${params.matter}?told=suspended`);
	},
	lift: async ({ request, locals, params }) => {
		const form = await readForm(request, 'lift', nothing);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => liftSuspension(ctx, params.matter));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`safety.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/desk/moderation/${params.matter}?told=suspended`);
	},
} satisfies Actions;
