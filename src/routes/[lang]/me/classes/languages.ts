/** The languages pupils can have their aliases, cards and pages in, each under its own name. */
import { locales, ownNameOf } from '#shared/locales';

export const languagesOfPupils = locales.map((locale) => ({
	value: locale as string,
	label: ownNameOf(locale),
	lang: locale,
}));
