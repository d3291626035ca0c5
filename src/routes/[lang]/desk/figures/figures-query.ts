/** What of the figures an address asks for; anything unknown is the usual. */
import { figurePeriods, type FigurePeriod } from '#domain/support';
import { isOneOf } from '#shared/vocabulary';

export function figuresQueryOf(url: URL) {
	const period = url.searchParams.get('period');
	return {
		period: isOneOf(figurePeriods, period) ? period : ('month' satisfies FigurePeriod),
		kind: url.searchParams.get('kind') || undefined,
		organisation: url.searchParams.get('organisation') || undefined,
	};
}
