/** The versions of the rules of evidence as their page shows them, and what a change would do before it is made. */
import { t } from '#messages/support';
import type { EvidenceRule, EvidenceSetting, HeldOffice } from '#domain/people';
import { formatDate } from '#shared/format';
import type { Locale } from '#shared/locales';
import type { z } from 'zod';
import type { evidenceForm } from './evidence-form.ts';

export function showRules(
	settings: readonly EvidenceSetting[],
	offices: readonly HeldOffice[],
	locale: Locale,
) {
	return settings.map((setting) => {
		const isFirst = !settings.some(
			(other) => other.number < setting.number && other.organisation === setting.organisation,
		);
		const name = offices.find(({ id }) => id === setting.setBy)?.name;
		return {
			id: String(setting.number),
			scope: setting.organisationName ?? t('support.settings.all-organisations'),
			rule: ruleText(setting),
			since: formatDate(setting.since, locale, 'UTC', 'medium'),
			set: setting.setBy
				? t('support.settings.set-by', {
						name: name || t('support.offices.gone'),
						date: formatDate(setting.setAt, locale, 'UTC', 'medium'),
					})
				: t('support.settings.from-the-start'),
			state: setting.state,
			undo: setting.state !== 'past' && !(isFirst && setting.organisation === undefined),
		};
	});
}

export function showPreview(form: z.output<typeof evidenceForm>, before: EvidenceRule, locale: Locale) {
	return {
		form: Object.entries(form).map(([name, value]) => ({ name, value: String(value) })),
		before: ruleText(before),
		after: ruleText(form),
		since: formatDate(new Date(`${form.since}T00:00:00Z`), locale, 'UTC'),
	};
}

/** One sentence for the head, one for colleagues; what is not asked has no numbers. */
function ruleText(rule: EvidenceRule): string {
	const head = t(`support.settings.evidence.head-is.${rule.head}`, {
		days: rule.linkDays,
		remind: rule.remindAfterDays,
	});
	const colleagues = t(`support.settings.evidence.colleagues-are.${rule.colleagues}`, {
		needed: rule.colleaguesNeeded,
		days: rule.colleagueAfterDays,
	});
	return `${head} ${colleagues}`;
}
