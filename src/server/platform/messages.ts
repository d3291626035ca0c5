/** Finds messages in the language of the person who is being answered; pages, worker and command line alike. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { defaultLocale, pseudoLocale, type Locale } from '#shared/locales';
import { formatMessage, type Message, type MessageValues } from '#shared/message-format';
import type { Translate } from '#shared/message-types';
import { pseudo } from '#shared/pseudo-locale';
import { completeCatalogue, type Catalogue } from './catalogues.ts';
import { parseMessage } from './message-parser.ts';

type PartInLocale = { readonly texts: Catalogue; readonly parsed: Map<string, Message> };

type Shared = {
	readonly locale: AsyncLocalStorage<Locale>;
	readonly loaded: Map<string, PartInLocale>;
};

// The web build holds a second copy of this module: the language of a request must be one for both.
const symbol = Symbol.for('opentwinning.messages');
const holder = globalThis as { [symbol]?: Shared };
const shared: Shared = (holder[symbol] ??= { locale: new AsyncLocalStorage(), loaded: new Map() });

/** Runs the work, and all that it awaits, with messages in this language. */
export function inLocale<T>(locale: Locale, work: () => T): T {
	return shared.locale.run(locale, work);
}

/** The language in which messages come out here and now; English outside `inLocale`. */
export function currentLocale(): Locale {
	return shared.locale.getStore() ?? defaultLocale;
}

/** The function `t` of one part; generated modules in `src/messages` call this and give it its type. */
export function messagesOf<Arguments>(part: string): Translate<Arguments> {
	return (key, ...values) => {
		const locale = currentLocale();
		const message = messageFor(locale, part, key);
		return typeof message === 'string'
			? message
			: formatMessage(message, locale, values[0] as MessageValues | undefined);
	};
}

/** Forgets all that was read, so that edited message files are read again while developing. */
export function forgetMessages(): void {
	shared.loaded.clear();
}

function messageFor(locale: Locale, part: string, key: string): Message {
	const file = `${locale}/${part}`;
	let loaded = shared.loaded.get(file);
	if (!loaded) {
		loaded = { texts: completeCatalogue(locale, part), parsed: new Map() };
		shared.loaded.set(file, loaded);
	}
	const known = loaded.parsed.get(key);
	if (known !== undefined) return known;
	const text = loaded.texts[key];
	if (text === undefined) throw new Error(`There is no message ${key} in messages/en/${part}.json`);
	const message = locale === pseudoLocale ? pseudo(parseMessage(text)) : parseMessage(text);
	loaded.parsed.set(key, message);
	return message;
}
