/**
 * The few marks in which the central desk writes texts: headings, lists, links, strong words, inserts. They become
 * blocks that pages draw; HTML is neither read nor made, so nothing that was typed can ever run. Pure.
 */
import { linkAddress } from './rich-text/addresses.ts';

/** What the platform knows and a text only places, alone on a line: `{contact}`. */
export const textInserts = ['contact', 'times'] as const;
export type TextInsert = (typeof textInserts)[number];

/** Pictures that may stand beside a heading of a text for pupils: `## :heart: Be kind`. */
export const textIcons = ['heart', 'lock', 'pencil', 'flag', 'people', 'eye', 'clock', 'talk'] as const;
export type TextIcon = (typeof textIcons)[number];

export type TextPart =
	| { readonly kind: 'words' | 'strong'; readonly text: string }
	| { readonly kind: 'link'; readonly text: string; readonly href: string };

export type TextBlock =
	| { readonly kind: 'heading'; readonly text: string; readonly icon: TextIcon | undefined }
	| { readonly kind: 'paragraph'; readonly parts: readonly TextPart[] }
	| { readonly kind: 'list'; readonly items: readonly (readonly TextPart[])[] }
	| { readonly kind: 'insert'; readonly insert: TextInsert };

export type TextProblem = 'no-heading' | 'unknown-insert' | 'unknown-picture' | 'wrong-link';

const heading = /^## +(?::([a-z]+): +)?(.+)$/;
const insert = /^\{([^{}]*)\}$/;
const marks = /\*\*([^*]+)\*\*|\[([^\][]+)\]\(([^()\s]+)\)/g;
/** A page of ours, without the language. */
const ownPage = /^\/[a-z][a-z0-9/.-]*$/;

/** The blocks of a text; `locale` completes links to pages of ours. What a mark does not explain stays words. */
export function blocksOf(written: string, locale: string): TextBlock[] {
	const blocks: TextBlock[] = [];
	for (const lines of paragraphsOf(written)) {
		let words: string[] = [];
		let items: string[] = [];
		const close = (): void => {
			if (words.length > 0) blocks.push({ kind: 'paragraph', parts: partsOf(words.join(' '), locale) });
			if (items.length > 0) blocks.push({ kind: 'list', items: items.map((item) => partsOf(item, locale)) });
			[words, items] = [[], []];
		};
		for (const line of lines) {
			const [, icon, title] = heading.exec(line) ?? [];
			const named = textInserts.find((each) => each === insert.exec(line)?.[1]);
			const item = /^- +(.+)$/.exec(line)?.[1];
			if (title !== undefined || named) close();
			if (title !== undefined)
				blocks.push({ kind: 'heading', text: title, icon: textIcons.find((each) => each === icon) });
			else if (named) blocks.push({ kind: 'insert', insert: named });
			else if (item !== undefined) {
				if (words.length > 0) close();
				items.push(item);
			} else {
				if (items.length > 0) close();
				words.push(line);
			}
		}
		close();
	}
	return blocks;
}

/** What stands in the way of a text; undefined when nothing does. */
export function problemOf(written: string): TextProblem | undefined {
	const lines = paragraphsOf(written).flat();
	if (!lines.some((line) => heading.test(line))) return 'no-heading';
	for (const line of lines) {
		const [, icon] = heading.exec(line) ?? [];
		if (icon !== undefined && !textIcons.some((each) => each === icon)) return 'unknown-picture';
		const [, named] = insert.exec(line) ?? [];
		if (named !== undefined && !textInserts.some((each) => each === named)) return 'unknown-insert';
		for (const [, , , address] of line.matchAll(marks))
			if (address !== undefined && !hrefOf(address, 'en')) return 'wrong-link';
	}
	return undefined;
}

function paragraphsOf(written: string): string[][] {
	return written
		.split(/\n\s*\n/)
		.map((paragraph) =>
			paragraph
				.split('\n')
				.map((line) => line.trim())
				.filter((line) => line !== ''),
		)
		.filter((lines) => lines.length > 0);
}

function partsOf(line: string, locale: string): TextPart[] {
	const parts: TextPart[] = [];
	let from = 0;
	for (const found of line.matchAll(marks)) {
		const [whole, strong, text, address] = found;
		const href = address === undefined ? undefined : hrefOf(address, locale);
		if (strong === undefined && href === undefined) continue;
		if (found.index > from) parts.push({ kind: 'words', text: line.slice(from, found.index) });
		if (strong !== undefined) parts.push({ kind: 'strong', text: strong });
		else if (text !== undefined && href !== undefined) parts.push({ kind: 'link', text, href });
		from = found.index + whole.length;
	}
	if (from < line.length) parts.push({ kind: 'words', text: line.slice(from) });
	return parts;
}

function hrefOf(address: string, locale: string): string | undefined {
	if (address.startsWith('/')) return ownPage.test(address) ? `/${locale}${address}` : undefined;
	return linkAddress(address);
}
