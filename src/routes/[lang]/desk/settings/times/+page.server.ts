import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/support';
import {
	keptSettings,
	previewTime,
	ruleWord,
	setTime,
	undoTime,
	type TimeRefusal,
	type TimeSetting,
} from '#domain/privacy';
import { once } from '#platform/forms';
import { retentionBounds, retentionRules, type RetentionRule } from '#platform/retention';
import { readForm } from '#platform/sent-form';
import { formatDate, formatDuration } from '#shared/format';
import type { Locale } from '#shared/locales';
import { undoForm } from '../clocks-form.ts';
import { byScope, centralNames, showVersions } from '../show-versions.ts';
import { timeOfForm, timesForm } from './times-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const settings = await keptSettings(ctx);
	const asked = Object.fromEntries(url.searchParams);
	return {
		asked,
		...('rule' in asked ? await previewOf(locals, asked) : {}),
		versions: byScope(
			showVersions(
				settings,
				({ rule, amount, unit }) => ({ scope: ruleWord(rule), rule: formatDuration(amount, unit, locale) }),
				await centralNames(ctx),
				locale,
			),
			locale,
		),
		today: ctx.now.toISOString().slice(0, 10),
		rules: ruleChoices(settings, locale),
		done: url.searchParams.get('done'),
	};
};

/** Each rule with how long it keeps now, and how far it may be moved. */
function ruleChoices(settings: readonly TimeSetting[], locale: Locale) {
	return retentionRules.map((value) => {
		const { amount, unit } = settings.find(({ rule, state }) => rule === value && state === 'holds') ?? {
			amount: retentionBounds[value].least,
			unit: retentionBounds[value].unit,
		};
		const now = formatDuration(amount, unit, locale);
		const label = t('support.settings.times.choice', { what: ruleWord(value), now, bounds: boundsOf(value) });
		return { value, label };
	});
}

function boundsOf(rule: RetentionRule): string {
	const { least, most } = retentionBounds[rule];
	return t('support.settings.times.bounds', { least, most });
}

function refusalText(reason: TimeRefusal, rule: RetentionRule): string {
	return reason === 'out-of-bounds'
		? t('support.settings.times.out-of-bounds', { bounds: boundsOf(rule) })
		: t(`support.refusal.${reason}`);
}

/** What the change in the address would do, or what is wrong with it. */
async function previewOf({ ctx, locale }: App.Locals, asked: Readonly<Record<string, string>>) {
	const read = timesForm.safeParse(asked);
	if (!read.success) return { problem: t('support.settings.incomplete') };
	const outcome = await previewTime(ctx, timeOfForm(read.data, ctx.now));
	if (!outcome.ok) return { problem: refusalText(outcome.reason, read.data.rule) };
	return {
		preview: {
			form: Object.entries(read.data).map(([name, value]) => ({ name, value: String(value) })),
			since: formatDate(new Date(`${read.data.since}T00:00:00Z`), locale, 'UTC'),
			what: ruleWord(read.data.rule),
			time: formatDuration(read.data.amount, retentionBounds[read.data.rule].unit, locale),
			sentences: outcome.value,
		},
	};
}

export const actions = {
	set: async ({ request, locals, params }) => {
		const form = await readForm(request, 'times', timesForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => setTime(ctx, timeOfForm(form.input, ctx.now)));
		if (!outcome.ok)
			return fail(409, {
				reply: form.refusal(refusalText(outcome.reason, form.input.rule), outcome.field),
			});
		redirect(303, `/${params.lang}/desk/settings/times?done=set`);
	},
	undo: async ({ request, locals, params }) => {
		const form = await readForm(request, 'undo-times', undoForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => undoTime(ctx, form.input.version));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`support.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/desk/settings/times?done=undone`);
	},
} satisfies Actions;
