import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/support';
import { endOfficeAt, giveOfficeForm, giveOfficeTo, officeKindsAt, officesAt } from '#domain/people';
import { countries, footnotesOf } from '#domain/places';
import {
	addCoverage,
	changeOrganisation,
	organisationForCentral,
	removeCoverage,
} from '#domain/support/central';
import { once } from '#platform/forms';
import { granted } from '#platform/result';
import { readForm } from '#platform/sent-form';
import { languageChoices } from '../../../choices.ts';
import { coverageForm, detailsForm, endOfficeForm, removeCoverageForm } from './organisation-forms.ts';
import { choicesOfDetails, kindText, showOffices } from './show-organisation.ts';
import type { Actions, PageServerLoad } from './$types';

const deeds = ['saved', 'covered', 'uncovered', 'given', 'ended'] as const;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { ctx, locale } = locals;
	const { organisation, details, coverage } = await organisationForCentral(ctx, params.organisation);
	const choices = await countries(ctx);
	return {
		organisation,
		details: { ...details, weekend: details.weekend.map(String) },
		choices: choicesOfDetails(locale),
		coverage: coverage.map((rule) => ({ ...rule, languageName: languageText(rule.language, locale) })),
		countries: choices.map(({ code, name }) => ({ value: code, label: name })),
		languages: languageChoices(locale),
		footnotes: footnotesOf(choices),
		offices: showOffices(await officesAt(ctx, params.organisation), locale, details.timeZone),
		kinds: officeKindsAt(organisation).map((value) => ({ value, label: kindText(value) })),
		done: deeds.find((deed) => deed === url.searchParams.get('done')),
	};
};

function languageText(code: string | null, locale: Parameters<typeof languageChoices>[0]): string {
	return languageChoices(locale).find(({ value }) => value === code)?.label ?? '';
}

const back = ({ lang, organisation }: { lang: string; organisation: string }, done: (typeof deeds)[number]) =>
	redirect(303, `/${lang}/desk/organisations/${organisation}?done=${done}`);

export const actions = {
	save: async ({ request, locals, params }) => {
		const form = await readForm(request, 'organisation', detailsForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { name, mail, locale, zone, weekend } = form.input;
		await once(locals.ctx, form.sent, async (ctx) => {
			await changeOrganisation(ctx, params.organisation, {
				...{ name: name || null, mail: mail || null, locale, timeZone: zone },
				weekend: weekend.map(Number),
			});
			return granted();
		});
		return back(params, 'saved');
	},
	cover: async ({ request, locals, params }) => {
		const form = await readForm(request, 'cover', coverageForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { country, region, language } = form.input;
		const rule = { country, region: region || null, language: language || null };
		const outcome = await once(locals.ctx, form.sent, (ctx) => addCoverage(ctx, params.organisation, rule));
		if (!outcome.ok)
			return fail(409, { reply: form.refusal(t(`support.refusal.${outcome.reason}`), outcome.field) });
		return back(params, 'covered');
	},
	uncover: async ({ request, locals, params }) => {
		const form = await readForm(request, 'uncover', removeCoverageForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		await once(locals.ctx, form.sent, async (ctx) => {
			await removeCoverage(ctx, form.input.coverage);
			return granted();
		});
		return back(params, 'uncovered');
	},
	give: async ({ request, locals, params }) => {
		const form = await readForm(request, 'give-office', giveOfficeForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const office = { ...form.input, organisation: params.organisation };
		const outcome = await once(locals.ctx, form.sent, (ctx) => giveOfficeTo(ctx, office));
		if (!outcome.ok)
			return fail(409, { reply: form.refusal(t(`support.refusal.${outcome.reason}`), outcome.field) });
		return back(params, 'given');
	},
	end: async ({ request, locals, params }) => {
		const form = await readForm(request, 'end-office', endOfficeForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) =>
			endOfficeAt(ctx, params.organisation, form.input.office),
		);
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`support.refusal.${outcome.reason}`)) });
		return back(params, 'ended');
	},
} satisfies Actions;
