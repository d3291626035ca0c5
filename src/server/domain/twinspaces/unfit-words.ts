/**
 * What must not become public: names of members, aliases of pupils, and what pupils wrote. Words are compared as
 * whole words without case, accents and invisible signs, so that neither spelling nor spacing hides them.
 */
import { wordsOf, type Content } from '#shared/rich-text/content';
import { fold } from '#shared/folding';

export type Unfit = {
	/** The number of the block from the top of the page; 0 is the title. */
	readonly block: number;
	readonly problem: 'name' | 'pupils-words';
	/** The words that were found, as the page has them folded. */
	readonly found: string;
};

export type Guarded = { readonly names: readonly string[]; readonly pupilsWords: readonly string[] };

/** Fewer words in a row are nobody's. */
const fewestOwnWords = 5;

/** Everything in the page that must not become public, block by block. */
export function unfitWords(title: string, content: Content, { names, pupilsWords }: Guarded): Unfit[] {
	const spellings = [...new Set(names)].map(spellingsOf);
	const sentences = [...new Set(pupilsWords.flatMap(sentencesOf))];
	const blocks = [title, ...content.content.map(wordsOf)].map((words) => ` ${folded(words)} `);
	return blocks.flatMap((words, block): Unfit[] => {
		const holds = (sought: string) => words.includes(` ${sought} `);
		const named = new Set(spellings.flatMap((spelt) => spelt.find(holds) ?? []));
		const sentence = sentences.find(holds);
		return [
			...[...named].map((found) => ({ block, problem: 'name' as const, found })),
			...(sentence === undefined ? [] : [{ block, problem: 'pupils-words' as const, found: sentence }]),
		];
	});
}

/** The ways in which a name is written: in full, family name first, without the names between, in one word. */
function spellingsOf(name: string): string[] {
	const words = folded(name).split(' ');
	const [first, ...others] = words;
	const last = others.at(-1);
	if (first === undefined || first === '') return [];
	if (last === undefined) return [first];
	const turned = [last, first, ...others.slice(0, -1)];
	return [words, turned, [first, last], [last, first]].flatMap((spelling) => [
		spelling.join(' '),
		spelling.join(''),
	]);
}

function sentencesOf(post: string): string[] {
	return [post, ...post.split(/[.!?؟。\n]+/u)]
		.map(folded)
		.filter((sentence) => sentence.split(' ').length >= fewestOwnWords);
}

function folded(text: string): string {
	return fold(text.replace(/\p{Cf}/gu, ''));
}
