/** A page in the hands of its writer: as it was saved, as a form sent it, or as somebody typed it. */
import {
	blockKinds,
	blocksSent,
	formBlocksOf,
	type BlockProblem,
	type EditedPage,
	type FormBlock,
	type PageWithContent,
} from '#domain/spaces/pages';
import { t } from '#messages/spaces';
import { t as formText } from '#messages/form';
import { Invalid } from '#platform/errors';
import { withGrids } from '#shared/rich-text/grid';

export type Edited = {
	readonly title: string;
	readonly language: string;
	/** The change of the page's log that the writer began from. */
	readonly basedOn: number;
	readonly blocks: readonly FormBlock[];
	/** The block that the last step made, moved or left. */
	readonly touched?: string | undefined;
	/** Blocks that two people changed: both texts stand there. */
	readonly twice?: readonly { readonly theirs: string; readonly mine: string }[];
};

/** The page as it was saved last. */
export function asSaved({ title, locale, written, content }: PageWithContent): Edited {
	return { title, language: locale, basedOn: written, blocks: formBlocksOf(content) };
}

/** The same, with the blocks marked that stand twice since somebody else changed them too: `theirs.mine,theirs.mine`. */
export function withTwice(edited: Edited, marked: string | null): Edited {
	const there = new Set(edited.blocks.map(({ id }) => id));
	const twice = (marked ?? '').split(',').flatMap((pair) => {
		const [theirs = '', mine = ''] = pair.split('.');
		return there.has(theirs) && there.has(mine) ? [{ theirs, mine }] : [];
	});
	return twice.length === 0 ? edited : { ...edited, twice };
}

/** What a form sent; lists that do not belong together are nobody's typing. */
export function asSent(form: EditedPage): Edited {
	const blocks = blocksSent(form);
	if (!blocks) throw new Invalid('blocks');
	return { title: form.title, language: form.language, basedOn: form['based-on'], blocks };
}

type Values = Readonly<Record<string, string | readonly string[]>>;

/** What was typed where something is wrong with it: kept word by word. */
export function asTyped(values: Values): Edited {
	const one = (name: string) => [values[name] ?? ''].flat()[0] ?? '';
	const all = (name: string) => [values[name] ?? []].flat();
	const decorative = new Set(all('block-decorative'));
	const typed = all('block-id').map((id, place) => ({ id, text: all('block-text')[place] ?? '' }));
	const texts = withGrids(typed, { grids: all('block-grid'), cells: all('block-cell') });
	const blocks = all('block-id').map((id, place) => ({
		id,
		kind: blockKinds.find((kind) => kind === all('block-kind')[place]) ?? ('text' as const),
		text: texts[place] ?? '',
		address: all('block-address')[place] ?? '',
		alternative: all('block-alternative')[place] ?? '',
		decorative: decorative.has(id),
	}));
	return { title: one('title'), language: one('language'), basedOn: Number(one('based-on')) || 1, blocks };
}

/** What is to be mended before the page can be saved; undefined when nothing is. */
export function problemsInWords(edited: Edited, problems: readonly BlockProblem[]) {
	const errors = Object.fromEntries(problems.map((each) => [`${each.field}-${each.id}`, textOf(each)]));
	if (edited.title === '') errors['title'] = t('spaces.edit.problem.no-title');
	return Object.keys(errors).length === 0 ? undefined : { values: {}, errors };
}

function textOf(found: BlockProblem): string {
	if (found.problem === 'too-long') return formText('form.problem.too-long', { most: found.most });
	return t(`spaces.edit.problem.${found.problem}`);
}
