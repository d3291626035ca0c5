/** The function `t` as a browser has it: the texts of one part in the page's one language are already here. */
import { defaultLocale, isLocale } from '#shared/locales';
import { formatMessage, type Message, type MessageValues } from '#shared/message-format';

/** What the build puts in the place of `messagesOf`; a key without a text shows itself. */
export function browserMessagesOf(texts: Readonly<Record<string, Message>>) {
	const { lang } = document.documentElement;
	const locale = isLocale(lang) ? lang : defaultLocale;
	return (key: string, values?: MessageValues): string =>
		formatMessage(texts[key] ?? key, locale, values);
}
