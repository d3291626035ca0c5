import { t } from '#messages/support';
import {
	keptSettings,
	previewTime,
	ruleWord,
	setTime,
	undoTime,
	type TimePreview,
	type TimeRefusal,
	type TimeSetting,
} from '#domain/privacy';
import { retentionBounds, retentionRules, type RetentionRule } from '#platform/retention';
import { formatDuration } from '#shared/format';
import type { Locale } from '#shared/locales';
import { lookedAt, settingDeeds, type Setting } from '../setting-deeds.ts';
import { byScope, centralNames, showVersions } from '../show-versions.ts';
import { timeOfForm, timesForm } from './times-form.ts';
import type { Actions, PageServerLoad } from './$types';

const times: Setting<typeof timesForm.shape, TimePreview, TimeRefusal> = {
	name: 'times',
	form: timesForm,
	preview: (ctx, input) => previewTime(ctx, timeOfForm(input, ctx.now)),
	set: (ctx, input) => setTime(ctx, timeOfForm(input, ctx.now)),
	undo: undoTime,
	why: (reason, { rule }) => refusalText(reason, rule),
};

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const settings = await keptSettings(ctx);
	const asked = Object.fromEntries(url.searchParams);
	return {
		asked,
		...(await lookedAt(times, locals, asked, ({ rule, amount }, sentences) => ({
			what: ruleWord(rule),
			time: formatDuration(amount, retentionBounds[rule].unit, locale),
			sentences,
		}))),
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

const { set, undo } = settingDeeds(times);

export const actions = {
	set,
	undo,
} satisfies Actions;
