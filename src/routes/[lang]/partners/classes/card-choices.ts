/** The form of a class card: what it lets one choose from, and what it says. */
import type { z } from 'zod';
import type { classCardForm } from '#domain/partner-finding';
import { holidays, longestCard, months, schoolWeekdays } from '#domain/partner-finding';
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
		holidays,
		weekdays: schoolWeekdays.map((day) => ({ value: String(day), label: weekdayName(day, locale) })),
	};
}

/** The class as the form describes it; of two days or times that are turned round, the earlier comes first. */
export function classIn(input: z.output<typeof classCardForm>) {
	const { name, pupils, languages, subjects, months, weekdays, wishes } = input;
	const away = holidays.flatMap(
		(place) => inOrder(input[`away-${place}-from`], input[`away-${place}-to`]) ?? [],
	);
	const hours = inOrder(input['hours-from'], input['hours-to']);
	return {
		...{ name, pupils, languages, subjects, months, weekdays, wishes, away },
		agesFrom: input['ages-from'],
		agesTo: input['ages-to'],
		// one moment is no time to work in
		hours: hours && hours.from < hours.to ? hours : undefined,
	};
}

/** One that is left out is the same as the other. */
function inOrder(
	one: string | undefined,
	other: string | undefined,
): { from: string; to: string } | undefined {
	const [from, to] = [one ?? other, other ?? one].sort();
	return from === undefined || to === undefined ? undefined : { from, to };
}
