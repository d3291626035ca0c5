/** The history of a school as its page shows it: states with their days, and the schools it belongs together with. */
import { t } from '#messages/schools';
import type { SchoolHistory } from '#domain/schools';
import { formatDate, formatPlace } from '#shared/format';
import type { Locale } from '#shared/locales';

/** Days of registers have no time of day: any zone shows them as they are written. */
const zone = 'UTC';

export type ShownHistory = ReturnType<typeof showHistory>;

export function showHistory(history: SchoolHistory, locale: Locale) {
	const { states, mergedInto, mergedFrom, parent, sites } = history;
	const link = (school: SchoolHistory['sites'][number]) => ({
		href: `/${locale}/schools/${school.id}`,
		name: school.name,
		town: formatPlace([school.town], locale),
	});
	return {
		states: states.map(({ state, since, notedAt, by }) => ({
			id: notedAt.toISOString(),
			state: t(`schools.state.${state}`),
			since: since === null ? '' : t('schools.state.since', { date: dayOf(`${since}T12:00:00Z`, locale) }),
			noted: t(`schools.state.noted.${by ?? 'nobody'}`, { date: dayOf(notedAt, locale) }),
		})),
		mergedInto: mergedInto && link(mergedInto),
		mergedFrom: mergedFrom.map(link),
		parent: parent && link(parent),
		sites: sites.map(link),
	};
}

function dayOf(moment: string | Date, locale: Locale): string {
	return formatDate(new Date(moment), locale, zone);
}
