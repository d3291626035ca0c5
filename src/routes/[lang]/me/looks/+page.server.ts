import { t } from '#messages/support';
import { ownCountry } from '#domain/people';
import { timeZoneOf } from '#domain/places';
import { lookReasons, looksFor } from '#domain/support';
import { formatDateTime, formatTime } from '#shared/format';
import { isOneOf } from '#shared/vocabulary';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { ctx, locale } = locals;
	const looks = await looksFor(ctx);
	const zone = await timeZoneOf(ctx, await ownCountry(ctx));
	return {
		looks: looks.map(({ id, at, until, organisation, reason, title, titleLocale, kindName }) => ({
			id,
			when: formatDateTime(at, locale, zone),
			until: formatTime(until, locale, zone),
			who: organisation?.name ?? '',
			why: isOneOf(lookReasons, reason) ? t(`support.looks.reason.${reason}`) : reason,
			about: title,
			aboutLocale: titleLocale,
			kind: kindName,
		})),
	};
};
