/** The rules of the clocks in the words of their page. */
import { t } from '#messages/support';
import type { ClockPreview, ClockSetting } from '#domain/support/central';

type Days = { readonly remind: number; readonly escalate: number };

export function clockWords(setting: ClockSetting) {
	const scope = [setting.kindName ?? t('support.desk.all-kinds'), setting.organisationName];
	return { scope: scope.filter(Boolean).join(' · '), rule: daysText(setting) };
}

export function showPreview(after: Days, { before, waiting }: ClockPreview) {
	return {
		before: daysText(before),
		after: daysText(after),
		waiting: t('support.settings.waiting', { count: waiting }),
	};
}

function daysText({ remind, escalate }: Days): string {
	return t('support.settings.days', { remind, escalate });
}
