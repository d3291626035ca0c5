/** Mergings in words, for the pages of their person, of the desk and of the letter. */
import { t } from '#messages/merging';
import { timeZoneOf } from '#domain/places';
import type { Holding, MergingSeen } from '#domain/people';
import { tableTitle } from '#domain/privacy';
import type { Context } from '#platform/context';
import { formatDateTime, formatNumber } from '#shared/format';
import { currentLocale } from '#platform/messages';

export type HoldingShown = { readonly id: string; readonly what: string; readonly count: string };

/** Named as in the field register. */
export function holdingsShown(holds: readonly Holding[]): HoldingShown[] {
	return holds.map(({ table, count }) => ({
		id: table,
		what: tableTitle(table),
		count: formatNumber(count, currentLocale()),
	}));
}

export type MergingShown = Awaited<ReturnType<typeof mergingShown>>;

export async function mergingShown(ctx: Context, { id, state, given, kept, until, byOfficer }: MergingSeen) {
	const zone = await timeZoneOf(ctx, '');
	return {
		id,
		state,
		given,
		kept,
		byOfficer,
		pair: t('merging.pair', { given, kept }),
		stands: t(`merging.state.${state}`, { until: until ? formatDateTime(until, ctx.locale, zone) : '' }),
		open: state === 'waits' || state === 'united',
	};
}
