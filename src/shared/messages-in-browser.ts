/** The function `t` as a browser has it: all texts that its code may need, in the page's one language. */
import { defaultLocale, isLocale, type Locale } from '#shared/locales';
import { messageFiles, type Texts } from '#shared/message-files';
import { formatMessage, type MessageValues } from '#shared/message-format';

let texts: Texts = {};
let locale: Locale = defaultLocale;

/** Brings the texts of the page's language; to be awaited before the page comes alive. */
export async function loadMessages(): Promise<void> {
	const { lang } = document.documentElement;
	if (isLocale(lang)) locale = lang;
	const file = await messageFiles[locale]?.();
	texts = file?.default ?? {};
}

/**
 * What the build puts in the place of each part's `t`; a key without a text shows itself.
 * @public imported by modules that scripts/vite-messages.ts writes
 */
export function t(key: string, values?: MessageValues): string {
	return formatMessage(texts[key] ?? key, locale, values);
}
