/** The form of a class card: what it lets one choose from, and what it says. */
import type { z } from 'zod';
import type { classCardForm } from '#domain/partner-finding';
import { longestCard, months, schoolWeekdays } from '#domain/partner-finding';
import { monthName, weekdayName } from '#shared/format';
import type { Locale } from '#shared/locales';
import { languageChoices, subjectChoices } from '../../choices.ts';

/** Named in the reader's language. */
export function cardChoices(locale: Locale) {
	return {
		longest: longestCard,
		languages: languageChoices(locale),
		subjects: subjectChoices(locale),
		// as the school year goes
		months: [...months.slice(8), ...months.slice(0, 8)].map((month) => ({
			value: String(month),
			label: monthName(month, locale),
		})),
		weekdays: schoolWeekdays.map((day) => ({ value: String(day), label: weekdayName(day, locale) })),
	};
}

/** The class as the form describes it. */
export function classIn({
	'ages-from': agesFrom,
	'ages-to': agesTo,
	...rest
}: z.output<typeof classCardForm>) {
	return { ...rest, agesFrom, agesTo };
}
