import { t as r } from '#messages/recognition';
import { t } from '#messages/support';
import {
	labelSettings,
	previewLabelRule,
	ruleBounds,
	setLabelRule,
	undoLabelRule,
	type LabelRule,
	type LabelRuleRefusal,
	type LabelSetting,
} from '#domain/recognition';
import { lookedAt, settingDeeds, type Setting } from '../setting-deeds.ts';
import { centralNames, organisationChoices, showVersions } from '../show-versions.ts';
import { labelsForm, ruleOfForm } from './labels-form.ts';
import type { Actions, PageServerLoad } from './$types';

const labels: Setting<typeof labelsForm.shape, LabelRule, LabelRuleRefusal> = {
	name: 'labels',
	form: labelsForm,
	preview: (ctx, input) => previewLabelRule(ctx, ruleOfForm(input, ctx.now)),
	set: (ctx, input) => setLabelRule(ctx, ruleOfForm(input, ctx.now)),
	undo: undoLabelRule,
	why: (reason) => t(`support.refusal.${reason}`),
};

const ruleText = (rule: LabelRule) =>
	r('recognition.settings.rule', {
		...{ applications: rule.applicationsAYear, needed: rule.pointsNeeded },
		...{ each: rule.pointsEach, letters: rule.feedbackLeast },
	});

const ruleWords = (setting: LabelSetting) => ({
	scope: setting.organisationName ?? t('support.settings.all-organisations'),
	rule: ruleText(setting),
});

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const settings = await labelSettings(ctx);
	const asked = Object.fromEntries(url.searchParams);
	return {
		asked,
		...(await lookedAt(labels, locals, asked, (after, before) => ({
			...{ before: ruleText(before), after: ruleText(after) },
		}))),
		versions: showVersions(settings, ruleWords, await centralNames(ctx), locale),
		/** What the form begins with: the rule of all as it holds now. */
		usual: settings.find(({ state, organisation }) => state === 'holds' && organisation === null),
		bounds: ruleBounds,
		today: ctx.now.toISOString().slice(0, 10),
		organisations: await organisationChoices(ctx),
		done: url.searchParams.get('done'),
	};
};

const { set, undo } = settingDeeds(labels);

export const actions = {
	set,
	undo,
} satisfies Actions;
