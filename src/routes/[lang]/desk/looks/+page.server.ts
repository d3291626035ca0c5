import { personCards } from '#domain/people';
import { lookReasons, looksToReview } from '#domain/support';
import { t } from '#messages/support';
import { formatDateTime, formatMonth } from '#shared/format';
import { isOneOf } from '#shared/vocabulary';
import type { PageServerLoad } from './$types';

/** Looks of officers that the central desk goes through; whose data it was does not stand here. */
export const load: PageServerLoad = async ({ locals }) => {
	const { ctx, locale } = locals;
	const { month, all, drawn } = await looksToReview(ctx);
	const officers = await personCards(
		ctx,
		drawn.map(({ officer }) => officer),
	);
	return {
		month: formatMonth(month.toISOString().slice(0, 7), locale),
		all,
		looks: drawn.map(({ id, at, officer, organisation, reason, title, titleLocale, kindName }) => ({
			id,
			when: formatDateTime(at, locale, 'UTC'),
			who: officers.get(officer)?.name ?? '',
			organisation: organisation?.name ?? '',
			why: isOneOf(lookReasons, reason) ? t(`support.looks.reason.${reason}`) : reason,
			about: title,
			aboutLocale: titleLocale,
			kind: kindName,
		})),
	};
};
