/** What keeps a page from the public, in sentences that say where. */
import type { Page } from '#domain/spaces/pages';
import type { Unfit } from '#domain/twinspaces';
import { t } from '#messages/twinspaces';
import { wordsOf, type Content } from '#shared/rich-text/content';

const longest = 60;

/** One sentence for each thing that was found, with the beginning of its block. */
export function unfitInWords(
	unfit: readonly Unfit[],
	{ content }: Pick<Page, 'title'> & { content: Content },
): string[] {
	return unfit.map(({ block, problem, found }) => {
		if (block === 0) return t(`twinspaces.unfit.title.${problem}`, { found });
		const shown = content.content[block - 1];
		const words = shown ? wordsOf(shown).replaceAll('\n', ' ').trim() : '';
		const begins = words.length > longest ? `${words.slice(0, longest)}…` : words;
		return t(`twinspaces.unfit.block.${problem}`, { number: block, begins, found });
	});
}
