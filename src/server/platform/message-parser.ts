/** Reads a message written in ICU MessageFormat into the pieces that `#shared/message-format` puts together. */
import {
	parse,
	TYPE,
	type MessageFormatElement,
	type PluralOrSelectOption,
} from '@formatjs/icu-messageformat-parser';
import { pound, type Branches, type Message, type Piece } from '#shared/message-format';

/** The pieces of a message; throws with a sentence when it is malformed or uses what we do not carry. */
export function parseMessage(text: string): Message {
	if (isPlain(text)) return text;
	return messageOf(parse(text, { ignoreTag: true }));
}

/** Most messages have no arguments: they are their own text and need no parser. */
function isPlain(text: string): boolean {
	return !/[{}]|''/.test(text);
}

function messageOf(elements: readonly MessageFormatElement[]): Message {
	const pieces = elements.map(pieceOf);
	if (pieces.length === 0) return '';
	const [only] = pieces;
	return pieces.length === 1 && typeof only === 'string' ? only : pieces;
}

function pieceOf(element: MessageFormatElement): Piece {
	switch (element.type) {
		case TYPE.literal:
			return element.value;
		case TYPE.pound:
			return pound;
		case TYPE.argument:
			return [element.value, 'text'];
		case TYPE.number:
			return [element.value, 'number', numberOptions(element.style)];
		case TYPE.select:
			return [element.value, 'select', branchesOf(element.options)];
		case TYPE.plural:
			return [element.value, element.pluralType ?? 'cardinal', branchesOf(element.options), element.offset];
		default:
			throw new Error(
				'dates, times and tags are not formatted inside a message: format them with #shared/format and pass the text',
			);
	}
}

function branchesOf(options: Readonly<Record<string, PluralOrSelectOption>>): Branches {
	return Object.fromEntries(Object.entries(options).map(([name, option]) => [name, messageOf(option.value)]));
}

const namedNumbers: Readonly<Record<string, Intl.NumberFormatOptions>> = {
	integer: { maximumFractionDigits: 0 },
	percent: { style: 'percent' },
};

function numberOptions(style: unknown): Intl.NumberFormatOptions {
	if (style === undefined || style === null) return {};
	const options = typeof style === 'string' ? namedNumbers[style] : undefined;
	if (options) return options;
	throw new Error('a number in a message is {n, number}, {n, number, integer} or {n, number, percent}');
}
