/** A cohort as its pages show it. */
import { t } from '#messages/cohorts';
import type { CohortPage } from '#domain/teacher-education';
import { formatDate, formatNumber } from '#shared/format';
import type { Locale } from '#shared/locales';

export function showCohort(cohort: CohortPage['cohort'], institution: string, locale: Locale) {
	const { id, name, endsOn, students, accepted, approvedAt, endedAt } = cohort;
	const state = endedAt ? 'ended' : approvedAt ? 'approved' : 'waiting';
	return {
		...({ id, name, institution, state } as const),
		stateText: t(`cohorts.state.${state}`),
		ends: t('cohorts.ends', { date: formatDate(new Date(`${endsOn}T12:00:00Z`), locale, 'UTC') }),
		share: t('cohorts.share', {
			accepted: formatNumber(accepted, locale),
			all: formatNumber(students, locale),
		}),
		accepted,
		students,
	};
}
