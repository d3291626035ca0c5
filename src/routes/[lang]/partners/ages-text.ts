/** The ages of pupils as cards and posts say them. */
import { t } from '#messages/partners';
import { formatNumber } from '#shared/format';
import type { Locale } from '#shared/locales';

/** "Ages 8 to 10"; nothing when none are told. */
export function agesText(from: number | null, to: number | null, locale: Locale): string {
	if (from === null || to === null) return '';
	if (from === to) return t('partners.hit.age', { age: formatNumber(from, locale) });
	return t('partners.hit.ages', { from: formatNumber(from, locale), to: formatNumber(to, locale) });
}
