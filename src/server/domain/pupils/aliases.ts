/** Aliases: proposed from friendly words, never from anybody's name. */
import { randomInt } from 'node:crypto';
import { fold } from '#shared/folding';
import { pseudoLocale, type Locale } from '#shared/locales';
import { aliasWords } from './alias-words.ts';

/** Characters of an alias at most. */
export const longestAlias = 40;

/**
 * So many different aliases in a language, none of them like one that is taken already. Words are drawn
 * at random and each as seldom as possible, so that a class of thirty has no two of the same animal.
 */
export function proposeAliases(count: number, locale: Locale, taken: readonly string[] = []): string[] {
	const words = aliasWords[locale === pseudoLocale ? 'en' : locale];
	const known = new Set(taken.map(foldedAlias));
	const proposals: string[] = [];
	let beings: string[] = [];
	for (let tries = 0; proposals.length < count && tries < count * 200; tries++) {
		if (beings.length === 0) beings = [...words.beings];
		const [being = ''] = beings.splice(randomInt(beings.length), 1);
		const property = words.properties[randomInt(words.properties.length)] ?? '';
		const alias = words.first === 'property' ? `${property} ${being}` : `${being} ${property}`;
		if (known.has(foldedAlias(alias))) continue;
		known.add(foldedAlias(alias));
		proposals.push(alias);
	}
	return proposals;
}

/** Two aliases that fold to the same are the same to the eye of a child. */
export function foldedAlias(alias: string): string {
	return fold(alias);
}
