/** An organisation as the central desk's page shows it. */
import { t } from '#messages/support';
import { t as peopleText } from '#messages/people';
import type { HeldOffice } from '#domain/people';
import type { OfficeKind } from '#shared/actor';
import { formatDate } from '#shared/format';
import type { Locale } from '#shared/locales';
import { weekdays } from './organisation-forms.ts';

export function kindText(kind: OfficeKind): string {
	return peopleText(`people.desk.office.${kind}`);
}

/** The running first, then those that ended in the last year. */
export function showOffices(offices: readonly HeldOffice[], locale: Locale, zone: string) {
	return offices.map(({ id, kind, name, givenByName, givenAt, endedAt, own }) => ({
		id,
		name: name || t('support.offices.gone'),
		kind: kindText(kind),
		given: formatDate(givenAt, locale, zone, 'medium'),
		by: givenByName ?? t('support.offices.by-machine'),
		ended: endedAt ? formatDate(endedAt, locale, zone, 'medium') : undefined,
		own,
	}));
}

/** What the details are chosen from. Days are named from a week that began on a Monday. */
export function choicesOfDetails(locale: Locale) {
	const day = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
	return {
		zones: Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value })),
		days: weekdays.map((value) => ({ value, label: day.format(new Date(Date.UTC(2024, 0, Number(value)))) })),
	};
}
