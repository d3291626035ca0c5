import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/support';
import {
	evidenceBounds,
	evidenceSettings,
	officesAt,
	previewEvidenceRule,
	setEvidenceRule,
	undoEvidenceRule,
	weights,
} from '#domain/people';
import { allOrganisationsFor } from '#domain/support/central';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { undoForm } from '../clocks-form.ts';
import { evidenceForm, ruleOfForm } from './evidence-form.ts';
import { showPreview, showRules } from './show-rules.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const settings = await evidenceSettings(ctx);
	const organisations = await allOrganisationsFor(ctx);
	const central = organisations.find(({ organisation }) => organisation.central)?.organisation.id;
	const asked = Object.fromEntries(url.searchParams);
	return {
		asked,
		...('head' in asked ? await previewOf(locals, asked) : {}),
		versions: showRules(settings, central ? await officesAt(ctx, central) : [], locale),
		/** What the form begins with: the rule of all as it holds now. */
		usual: settings.find(({ state, organisation }) => state === 'holds' && organisation === undefined),
		bounds: evidenceBounds,
		today: ctx.now.toISOString().slice(0, 10),
		weights: weights.map((value) => ({ value, label: t(`support.settings.evidence.weight.${value}`) })),
		organisations: organisations.map(({ organisation: { id, name } }) => ({ value: id, label: name })),
		done: url.searchParams.get('done'),
	};
};

/** What the change in the address would do, or what is wrong with it. */
async function previewOf({ ctx, locale }: App.Locals, asked: Readonly<Record<string, string>>) {
	const read = evidenceForm.safeParse(asked);
	if (!read.success) return { problem: t('support.settings.incomplete') };
	const outcome = await previewEvidenceRule(ctx, ruleOfForm(read.data, ctx.now));
	if (!outcome.ok) return { problem: t(`support.refusal.${outcome.reason}`) };
	return { preview: showPreview(read.data, outcome.value, locale) };
}

export const actions = {
	set: async ({ request, locals, params }) => {
		const form = await readForm(request, 'evidence', evidenceForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) =>
			setEvidenceRule(ctx, ruleOfForm(form.input, ctx.now)),
		);
		if (!outcome.ok)
			return fail(409, { reply: form.refusal(t(`support.refusal.${outcome.reason}`), outcome.field) });
		redirect(303, `/${params.lang}/desk/settings/evidence?done=set`);
	},
	undo: async ({ request, locals, params }) => {
		const form = await readForm(request, 'undo-evidence', undoForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => undoEvidenceRule(ctx, form.input.version));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`support.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/desk/settings/evidence?done=undone`);
	},
} satisfies Actions;
