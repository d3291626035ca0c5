/** What two teachers wish for in the same words. */
import { searchableWords } from '#shared/folding';

/** Shorter words say little by themselves. */
const shortest = 5;
const mostTold = 3;

/** Beginnings of words that stand in nearly every wish, in the languages most of them are written in. */
const everybodys =
	'proje proye progett class klass school schul skole ecole escola escuela scuola pupil elev partner teach ' +
	'would about their which together looking avec pour sobre nosso unser gemeinsam';
const beginnings = everybodys.split(' ');

/** Words that more than every fourth of these texts has: they tell nobody apart. */
export function wornWords(texts: readonly string[]): ReadonlySet<string> {
	const counts = new Map<string, number>();
	for (const word of texts.flatMap(searchableWords)) counts.set(word, (counts.get(word) ?? 0) + 1);
	const worn = [...counts].filter(([, count]) => count > Math.max(1, texts.length / 4));
	return new Set(worn.map(([word]) => word));
}

/** The telling words that both texts have, or one as the beginning of the other's; as the first spells them. */
export function wishesInCommon(mine: string, theirs: string, worn: ReadonlySet<string>): string[] {
	const others = searchableWords(theirs).filter((word) => tells(word, worn));
	const spelled = mine.split(/[^\p{L}\p{M}\p{N}]+/u);
	const found = new Map<string, string>();
	for (const word of spelled) {
		const [folded = ''] = searchableWords(word);
		if (!tells(folded, worn) || found.has(folded)) continue;
		if (others.some((other) => other.startsWith(folded) || folded.startsWith(other))) found.set(folded, word);
	}
	return [...found.values()].slice(0, mostTold);
}

function tells(word: string, worn: ReadonlySet<string>): boolean {
	return (
		word.length >= shortest && !worn.has(word) && !beginnings.some((beginning) => word.startsWith(beginning))
	);
}
