/** A session in words: which browser on what, where, since when. */
import { t } from '#messages/security';
import type { OwnSession } from '#domain/people';
import type { Context } from '#platform/context';
import { countryName, formatRelative } from '#shared/format';

export function sessionShown({ now, locale }: Context, session: OwnSession) {
	const { id, current, browser, system, country, opened_at, used_at } = session;
	return {
		id,
		current,
		device:
			browser === null || system === null
				? t('security.device.unknown')
				: t('security.device', {
						browser: t(`security.browser.${browser}`),
						system: t(`security.system.${system}`),
					}),
		country: country === null ? undefined : countryName(country, locale),
		opened: { at: opened_at.toISOString(), text: formatRelative(opened_at, now, locale) },
		used: { at: used_at.toISOString(), text: formatRelative(used_at, now, locale) },
	};
}
