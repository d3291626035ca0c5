/** A pasted list as it was read, what is wrong said in words. */
import { t } from '#messages/cohorts';
import type { ListedPerson } from '#domain/teacher-education';
import { formatNumber } from '#shared/format';
import type { Locale } from '#shared/locales';

export function showList(people: readonly ListedPerson[], locale: Locale) {
	const wrong = people.filter(({ problem }) => problem).length;
	return {
		rows: people.map(({ line, name, email, problem }, place) => ({
			id: String(place),
			line: formatNumber(line, locale),
			...{ name, email },
			problem: problem ? t(`cohorts.problem.${problem}`) : '',
		})),
		fine: people.length > 0 && wrong === 0,
		summary:
			wrong === 0
				? t('cohorts.look.fine', { count: people.length })
				: t('cohorts.look.wrong', { count: wrong, all: people.length }),
	};
}
