/** The versions of the clocks as their page shows them, and what a change would do before it is made. */
import { t } from '#messages/support';
import type { ClockPreview, ClockSetting } from '#domain/support/central';
import { formatDate } from '#shared/format';
import type { Locale } from '#shared/locales';
import type { clocksForm } from './clocks-form.ts';
import type { z } from 'zod';

export function showClocks(
	settings: readonly ClockSetting[],
	names: ReadonlyMap<string, string>,
	locale: Locale,
) {
	return settings.map((setting) => {
		const scope = [setting.kindName ?? t('support.desk.all-kinds'), setting.organisationName];
		const isFirst = !settings.some(
			(other) =>
				other.number < setting.number &&
				other.kind === setting.kind &&
				other.organisation === setting.organisation,
		);
		return {
			id: String(setting.number),
			scope: scope.filter(Boolean).join(' · '),
			rule: daysText(setting),
			since: formatDate(setting.since, locale, 'UTC', 'medium'),
			set: setting.setBy
				? t('support.settings.set-by', {
						name: names.get(setting.setBy) || t('support.offices.gone'),
						date: formatDate(setting.setAt, locale, 'UTC', 'medium'),
					})
				: t('support.settings.from-the-start'),
			state: setting.state,
			/** What held before in the same scope can hold again. */
			undo: setting.state !== 'past' && !isFirst,
		};
	});
}

export function showPreview(form: z.output<typeof clocksForm>, preview: ClockPreview, locale: Locale) {
	return {
		form: Object.entries(form).map(([name, value]) => ({ name, value: String(value) })),
		before: daysText(preview.before),
		after: daysText(form),
		since: formatDate(new Date(`${form.since}T00:00:00Z`), locale, 'UTC'),
		waiting: t('support.settings.waiting', { count: preview.waiting }),
	};
}

function daysText({ remind, escalate }: { readonly remind: number; readonly escalate: number }): string {
	return t('support.settings.days', { remind, escalate });
}
