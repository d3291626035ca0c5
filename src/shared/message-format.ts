/** Turns a parsed message and its values into text: the same few lines on the server and in the browser. */
import { intlCache } from '#shared/intl-cache';
import { isolated } from '#shared/isolation';
import type { Locale } from '#shared/locales';

/** A message ready to be formatted: plain text, or pieces in order. */
export type Message = string | readonly Piece[];

export type Piece =
	| string
	| typeof pound
	| readonly [name: string, kind: 'text']
	| readonly [name: string, kind: 'number', options: Intl.NumberFormatOptions]
	| readonly [name: string, kind: 'select', branches: Branches]
	| readonly [name: string, kind: Intl.PluralRuleType, branches: Branches, offset: number];

export type Branches = Readonly<Record<string, Message>>;

/** The sign `#` inside a plural: the number that was counted. */
export const pound = 0;

export type MessageValues = Readonly<Record<string, string | number>>;

/** The text of a message in a language, with the values put in. */
export function formatMessage(
	message: Message,
	locale: Locale,
	values: MessageValues = {},
	counted = 0,
): string {
	if (typeof message === 'string') return message;
	let text = '';
	for (const piece of message) {
		if (typeof piece === 'string') text += piece;
		else if (piece === pound) text += writtenCount(counted, locale);
		else text += formatArgument(piece, locale, values, counted);
	}
	return text;
}

function formatArgument(
	piece: Exclude<Piece, string | typeof pound>,
	locale: Locale,
	values: MessageValues,
	counted: number,
): string {
	const value = values[piece[0]] ?? '';
	switch (piece[1]) {
		case 'text':
			return isolated(String(value), locale);
		case 'number':
			return numberFormat(locale, piece[2]).format(Number(value));
		case 'select':
			return formatMessage(branch(piece[2], String(value)), locale, values, counted);
		default: {
			const count = Number(value) - piece[3];
			const category = pluralRules(locale, rulesOf[piece[1]]).select(count);
			const exact = '=' + value;
			const chosen = Object.hasOwn(piece[2], exact) ? exact : category;
			return formatMessage(branch(piece[2], chosen), locale, values, count);
		}
	}
}

/** Values come from people: `toString` is no branch of a choice. */
function branch(branches: Branches, name: string): Message {
	return (Object.hasOwn(branches, name) ? branches[name] : branches['other']) ?? '';
}

const rulesOf = { cardinal: { type: 'cardinal' }, ordinal: { type: 'ordinal' } } as const;
const plainNumber: Intl.NumberFormatOptions = {};

/** Below a thousand every language of ours writes whole numbers alike: no need to ask `Intl`. */
function writtenCount(count: number, locale: Locale): string {
	if (count >= 0 && count < 1000 && Number.isInteger(count)) return String(count);
	return numberFormat(locale, plainNumber).format(count);
}

const numberFormat = intlCache(
	(tag, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options),
);
const pluralRules = intlCache((tag, options: Intl.PluralRulesOptions) => new Intl.PluralRules(tag, options));
