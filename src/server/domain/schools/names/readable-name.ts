/** Registers shout; people do not. Turns a name in capitals into the name as its language writes it. */
import type { NamingRules } from './naming-rules.ts';

/** Words with what belongs to them (dots, apostrophes, numbers), and whatever stands between. */
const pieces = /[\p{L}\p{N}'’.°]+|[^\p{L}\p{N}'’.°]+/gu;
const roman = /^(?=[ivxl])(x{0,3}|xl|l)(ix|iv|v?i{0,3})$/;

/**
 * The name as people read it: spaces and quotation marks put in order, and when it shouts (or never raises its
 * voice at all) with the capitals of its language. A name in ordinary spelling keeps it.
 */
export function readableName(written: string, rules?: NamingRules): string {
	const tidy = tidyName(written);
	if (!rules) return tidy;
	const recased = isFlat(tidy) ? recase(spread(tidy), rules) : tidy;
	return recased.replace(/^["(]?\p{Ll}+/u, (word) => raise(word, rules));
}

/** One space between words, pairs of quotation marks that hug their words, none round the whole. */
export function tidyName(written: string): string {
	let text = written
		.normalize('NFC')
		.replace(/[“”„«»]|''/g, '"')
		.replace(/\s+/g, ' ')
		.trim();
	if ((text.match(/"/g)?.length ?? 0) % 2 === 1) text = text.replace(/"(?=[^"]*$)/, ' ');
	text = text
		.replace(/\s*"\s*([^"]*?)\s*"(-?)\s*/g, (_, inside: string, dash: string) => ` "${inside}"${dash || ' '}`)
		.replace(/\s*""\s*/g, ' ');
	text = text
		.replace(/\s+([),.;])/g, '$1')
		.replace(/\(\s+/g, '(')
		.replace(/\s+/g, ' ')
		.trim();
	const inner = /^"([^"]+)"$/.exec(text);
	return inner?.[1] ?? text;
}

/** Nearly all letters are capitals, or none is. */
function isFlat(text: string): boolean {
	const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
	const small = text.match(/\p{Ll}/gu)?.length ?? 0;
	return capitals === 0 || capitals > 3 * small;
}

/** Parts what the register glued together: S.GIUSEPPE, SC.MAT.NON, LAMPUGNANO163. */
function spread(text: string): string {
	return text
		.replace(/\.(?=\p{L}{3,})/gu, '. ')
		.replace(/(\p{L}{3,}['’]?)(\d)/gu, '$1 $2')
		.replace(/ \* /g, ' / ');
}

function recase(text: string, rules: NamingRules): string {
	let begins = true;
	let quoted = false;
	return text.replace(pieces, (piece) => {
		if (/[\p{L}\p{N}]/u.test(piece)) {
			const word = recaseWord(piece.toLocaleLowerCase(rules.locale), rules, begins, quoted);
			begins = false;
			return word;
		}
		for (const mark of piece) if (mark === '"') quoted = !quoted;
		if (/["(:]|\/$| [-–/] /.test(piece) && !(/"\s/.test(piece) && !quoted)) begins = true;
		return piece;
	});
}

function recaseWord(word: string, rules: NamingRules, begins: boolean, quoted: boolean): string {
	const bare = word.replace(/^['’]+|['’.]+$/g, '');
	// what is left of a word (Dutch 's, 't) never raises its voice
	if (/^['’]\p{L}$/u.test(word)) return word;
	if (isAcronym(word, bare, rules)) return word.toLocaleUpperCase(rules.locale);
	if (/['’]$/.test(word) && !rules.cut.has(bare))
		return recaseWord(accented(word, rules), rules, begins, quoted);
	const parts = /^(.+?)(['’])(.+)$/.exec(word);
	if (parts) {
		const [, elided = '', mark = '', rest = ''] = parts;
		const article = rules.small.has(elided) && !begins ? elided : raise(elided, rules);
		// a letter behind a whole word is its ending: Mary's
		if (rest.length === 1 && elided.length > 2) return raise(elided, rules) + mark + rest;
		return article + mark + recaseWord(rest, rules, begins && elided.length === 1 && quoted, quoted);
	}
	const stays = rules.small.has(bare) || (!quoted && (rules.common.has(word) || rules.common.has(bare)));
	return stays && !begins ? word : raise(word, rules);
}

function isAcronym(word: string, bare: string, rules: NamingRules): boolean {
	if (rules.acronyms.has(bare.replaceAll('.', ''))) return true;
	if (/^\p{L}(\.\p{L})*\.$/u.test(word)) return true;
	if (roman.test(bare)) return true;
	return /\d/.test(word) || (/^[bcdfghjklmnpqrstvwxz]{2,5}$/.test(word) && !rules.common.has(`${word}.`));
}

/** gesu' → gesù; a letter without an accent of its own loses the mark. */
function accented(word: string, rules: NamingRules): string {
	const bare = word.replace(/['’]+$/, '');
	const last = bare.at(-1) ?? '';
	return bare.slice(0, -1) + (rules.accents[last] ?? last);
}

function raise(text: string, { locale, pairs = [] }: NamingRules): string {
	const pair = pairs.find((one) => text.startsWith(one));
	if (pair !== undefined) return pair.toLocaleUpperCase(locale) + text.slice(pair.length);
	return text.replace(/\p{L}/u, (letter) => letter.toLocaleUpperCase(locale));
}
