/** The reasons of a suggestion in words. */
import { t } from '#messages/partners';
import { hoursOf, type Reason } from '#domain/partner-finding';
import { formatList, languageName, monthName, weekdayName } from '#shared/format';
import type { Locale } from '#shared/locales';
import { agesText } from '../ages-text.ts';
import { subjectName } from '../show-search.ts';

export type Telling = { readonly locale: Locale; readonly zone: string | undefined; readonly now: Date };

/** Times are those of the reader's class, in its zone. */
export function reasonText(reason: Reason, { locale, zone, now }: Telling): string {
	const list = (texts: readonly string[]) => formatList(texts, locale);
	switch (reason.kind) {
		case 'ages':
			return t('partners.suggest.reason.ages', { ages: agesText(reason.from, reason.to, locale) });
		case 'languages':
			return t('partners.suggest.reason.languages', {
				languages: list(reason.languages.map((code) => languageName(code, locale))),
			});
		case 'subjects':
			return t('partners.suggest.reason.subjects', { subjects: list(reason.subjects.map(subjectName)) });
		case 'months':
			return t('partners.suggest.reason.months', {
				months: list(reason.months.map((month) => monthName(month, locale))),
			});
		case 'term':
			return t('partners.suggest.reason.term', { term: reason.term, weeks: reason.weeks });
		case 'weekdays': {
			const weekdays = list(reason.weekdays.map((day) => weekdayName(day, locale)));
			if (!reason.hours || zone === undefined) return t('partners.suggest.reason.weekdays', { weekdays });
			return t('partners.suggest.reason.hours', { weekdays, ...hoursOf(reason.hours, zone, now) });
		}
		case 'wishes':
			return t('partners.suggest.reason.wishes', { words: list(reason.words) });
		case 'size':
			return t('partners.suggest.reason.size', { mine: reason.mine, theirs: reason.theirs });
		case 'answers':
			return t('partners.suggest.reason.answers', { days: reason.days });
		case 'seen':
			return t('partners.suggest.reason.seen', { days: reason.days <= 7 ? 1 : 30 });
		case 'founding':
			return t('partners.suggest.reason.founding');
		case 'wants-my-country':
			return t('partners.suggest.reason.wants-my-country');
	}
}
