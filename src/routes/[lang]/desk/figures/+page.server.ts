import { t } from '#messages/support';
import { figurePeriods, figuresFor, waitingAtAll } from '#domain/support';
import { formatNumber } from '#shared/format';
import { figuresQueryOf } from './figures-query.ts';
import { figureColumns, figureName, periodName, showFigures } from './show-figures.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const query = figuresQueryOf(url);
	const { organisation, kinds, periods } = await figuresFor(ctx, query);
	const everywhere = await waitingAtAll(ctx);
	return {
		query,
		name: organisation.name,
		file: `/${locale}/desk/figures/queue.csv${url.search}`,
		periodChoices: figurePeriods.map((value) => ({ value, label: t(`support.figures.period.${value}`) })),
		kindChoices: kinds.map(({ kind, name }) => ({ value: kind, label: name })),
		organisationChoices: everywhere?.map((each) => ({
			value: each.organisation.id,
			label: each.organisation.name,
		})),
		columns: figureColumns.map((id) => ({ id, label: figureName(id), number: true })),
		rows: showFigures(periods, query.period, locale),
		/** For the charts, the oldest first. */
		periods: periods.map((each) => ({ ...each, name: periodName(each, query.period, locale) })),
		everywhere: everywhere
			?.filter((each) => each.waiting > 0)
			.map((each) => ({
				id: each.organisation.id,
				name: each.organisation.name,
				waiting: formatNumber(each.waiting, locale),
				late: formatNumber(each.late, locale),
				wentUp: formatNumber(each.wentUp, locale),
				oldest: t('support.desk.age', { days: each.oldest }),
			})),
	};
};
