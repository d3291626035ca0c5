/** Who is on a picture or film, as teachers read and change it. */
import type { TaggablePupil } from '#domain/spaces';
import { t } from '#messages/spaces';
import { formatList } from '#shared/format';
import type { Locale } from '#shared/locales';

export function guardInWords(
	pupils: readonly TaggablePupil[],
	tagged: readonly string[] | undefined,
	locale: Locale,
) {
	const on = pupils.filter(({ id }) => tagged?.includes(id));
	const without = on.filter(({ allows }) => allows === 'nobody').map(({ alias }) => alias);
	return {
		isLookedOver: tagged !== undefined && without.length === 0,
		said: said(),
		tagged: [...(tagged ?? [])],
		pupils: pupils.map(({ id, alias, allows }) => ({
			value: id,
			label: t(`spaces.guard.pupil.${allows}`, { alias }),
		})),
	};

	function said(): string {
		if (tagged === undefined) return t('spaces.guard.not-yet');
		if (without.length > 0)
			return t('spaces.guard.without', { count: without.length, aliases: formatList(without, locale) });
		return tagged.length === 0 ? t('spaces.guard.is-nobody') : t('spaces.guard.allowed');
	}
}

export type Guard = ReturnType<typeof guardInWords>;
