/** Which text an address or a form of the desk means. */
import { t } from '#messages/texts';
import { houseTexts, type TextRefusal, type ThatText, type WrittenVersion } from '#domain/texts';
import { NotFound } from '#platform/errors';
import { formatDate, languageName } from '#shared/format';
import { locales, type Locale } from '#shared/locales';

export function thatText(params: { readonly text: string; readonly language: string }): ThatText {
	const text = houseTexts.find((each) => each === params.text);
	const locale = locales.find((each) => each === params.language);
	if (!text || !locale) throw new NotFound('text');
	return { text, locale };
}

export function titleOf({ text, locale }: ThatText, reader: Locale): string {
	return t('texts.desk.one', { text: t(`texts.name.${text}`), language: languageName(locale, reader) });
}

/** What a version is called: which one, of which day. */
export function versionName({ number, at }: WrittenVersion, reader: Locale): string {
	const date = formatDate(at, reader, 'UTC', 'medium');
	return number === 0 ? t('texts.desk.version-shipped', { date }) : t('texts.desk.version', { number, date });
}

export function refusalText(reason: TextRefusal): string {
	return t(`texts.refusal.${reason}`);
}
