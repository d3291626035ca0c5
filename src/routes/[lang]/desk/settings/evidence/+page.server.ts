import { t } from '#messages/support';
import {
	evidenceBounds,
	evidenceSettings,
	previewEvidenceRule,
	setEvidenceRule,
	undoEvidenceRule,
	weights,
	type EvidenceRule,
	type RuleRefusal,
} from '#domain/people';
import { lookedAt, settingDeeds, type Setting } from '../setting-deeds.ts';
import { centralNames, organisationChoices, showVersions } from '../show-versions.ts';
import { evidenceForm, ruleOfForm } from './evidence-form.ts';
import { ruleWords, showPreview } from './show-rules.ts';
import type { Actions, PageServerLoad } from './$types';

const evidence: Setting<typeof evidenceForm.shape, EvidenceRule, RuleRefusal> = {
	name: 'evidence',
	form: evidenceForm,
	preview: (ctx, input) => previewEvidenceRule(ctx, ruleOfForm(input, ctx.now)),
	set: (ctx, input) => setEvidenceRule(ctx, ruleOfForm(input, ctx.now)),
	undo: undoEvidenceRule,
	why: (reason) => t(`support.refusal.${reason}`),
};

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const settings = await evidenceSettings(ctx);
	const asked = Object.fromEntries(url.searchParams);
	return {
		asked,
		...(await lookedAt(evidence, locals, asked, showPreview)),
		versions: showVersions(settings, ruleWords, await centralNames(ctx), locale),
		/** What the form begins with: the rule of all as it holds now. */
		usual: settings.find(({ state, organisation }) => state === 'holds' && organisation === null),
		bounds: evidenceBounds,
		today: ctx.now.toISOString().slice(0, 10),
		weights: weights.map((value) => ({ value, label: t(`support.settings.evidence.weight.${value}`) })),
		organisations: await organisationChoices(ctx),
		done: url.searchParams.get('done'),
	};
};

const { set, undo } = settingDeeds(evidence);

export const actions = {
	set,
	undo,
} satisfies Actions;
