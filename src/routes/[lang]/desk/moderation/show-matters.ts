/** Matters as the moderators' desk lists them: no words, no names. */
import type { Matter, MatterForDesk } from '#domain/safety';
import { t } from '#messages/safety';
import { formatDateTime } from '#shared/format';
import type { Locale } from '#shared/locales';
import { kindInWords } from '../../reports/safety-in-words.ts';

type Listed = Pick<Matter, 'id' | 'kind' | 'why' | 'urgent' | 'dueAt' | 'openedAt' | 'appeal' | 'settledAt'>;

export function showMatter(matter: Listed | MatterForDesk['matter'], locale: Locale) {
	const appealed = matter.appeal !== null;
	return {
		id: matter.id,
		href: `/${locale}/desk/moderation/${matter.id}`,
		title: kindInWords(matter.kind),
		urgent: matter.urgent,
		facts: [
			t(appealed ? 'safety.desk.appeal' : `safety.why.${matter.why}`),
			formatDateTime(matter.openedAt, locale, 'UTC'),
			t('safety.desk.due', { time: formatDateTime(matter.dueAt, locale, 'UTC') }),
		],
	};
}
