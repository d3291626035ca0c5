import { t } from '#messages/support';
import { ownCountry } from '#domain/people';
import { timeZoneOf } from '#domain/places';
import { looksAtMyWords } from '#domain/safety';
import { lookReasons, looksFor } from '#domain/support';
import { formatDateTime, formatTime } from '#shared/format';
import { isOneOf } from '#shared/vocabulary';
import { kindInWords } from '../../reports/safety-in-words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { ctx, locale } = locals;
	const looks = [
		...(await looksFor(ctx)).map(({ reason, title, titleLocale, kindName, ...look }) => ({
			...look,
			why: isOneOf(lookReasons, reason) ? t(`support.looks.reason.${reason}`) : reason,
			about: title,
			aboutLocale: titleLocale,
			kind: kindName,
		})),
		...(await looksAtMyWords(ctx)).map(({ kind, ...look }) => ({
			...look,
			why: t('support.looks.reason.words'),
			about: kindInWords(kind),
			aboutLocale: undefined,
			kind: '',
		})),
	].sort((one, other) => other.at.getTime() - one.at.getTime());
	const zone = await timeZoneOf(ctx, await ownCountry(ctx));
	return {
		looks: looks.map(({ at, until, organisation, ...look }) => ({
			...look,
			when: formatDateTime(at, locale, zone),
			until: formatTime(until, locale, zone),
			who: organisation?.name ?? '',
		})),
	};
};
