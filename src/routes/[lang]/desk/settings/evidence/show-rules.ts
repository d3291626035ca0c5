/** The rules of evidence in the words of their page. */
import { t } from '#messages/support';
import type { EvidenceRule, EvidenceSetting } from '#domain/people';

export function ruleWords(setting: EvidenceSetting) {
	const scope = setting.organisationName ?? t('support.settings.all-organisations');
	return { scope, rule: ruleText(setting) };
}

export function showPreview(after: EvidenceRule, before: EvidenceRule) {
	return { before: ruleText(before), after: ruleText(after) };
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
