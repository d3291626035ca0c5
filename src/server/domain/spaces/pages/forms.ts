/** What the forms of pages send. A page's blocks come as lists of equal length, one entry for each block. */
import { z } from 'zod';
import { choice, id, text, wholeNumber } from '#shared/form-fields';
import { withGrids } from '#shared/rich-text/grid';
import { languages } from '#shared/vocabulary';
import { blockKinds, type FormBlock } from './form-blocks.ts';
import { pageLimits } from './page.ts';

/** Below which page; empty at the top. */
const pageOrNone = z.union([z.literal(''), id()]).default('');

/** A new page. */
export const makePageForm = z.object({
	title: text(pageLimits.title),
	language: choice(languages),
	under: pageOrNone,
});

/** What stands in columns is named after them and its place, where it has no name of its own. */
const blockId = z.string().regex(/^[0-9a-z]{4,40}$/);
const listOf = <Field extends z.ZodType>(field: Field) => z.array(field).max(pageLimits.blocks).prefault([]);

/** The whole page as its editor sends it; `step` changes the blocks without saving. */
export const editPageForm = z.object({
	title: z.string().trim().max(pageLimits.title).default(''),
	language: choice(languages),
	'based-on': wholeNumber(1, 1_000_000),
	'block-id': listOf(blockId),
	'block-kind': listOf(z.enum(blockKinds)),
	// how long they may be, `problemsOf` says block by block
	'block-text': listOf(z.string()),
	'block-address': listOf(z.string()),
	'block-alternative': listOf(z.string()),
	'block-decorative': listOf(blockId),
	// a table sends its cells, row by row, and says how many there are
	'block-grid': listOf(z.string().regex(/^[0-9a-z]{4,40}:\d{1,3}:\d{1,3}$/)),
	'block-cell': z.array(z.string()).max(20_000).prefault([]),
	step: z.string().max(60).default(''),
});

export type EditedPage = z.output<typeof editPageForm>;

/** The blocks that were sent; undefined when the lists do not belong together. */
export function blocksSent(form: EditedPage): FormBlock[] | undefined {
	const { 'block-id': ids, 'block-kind': kinds, 'block-text': texts } = form;
	const {
		'block-address': addresses,
		'block-alternative': alternatives,
		'block-decorative': decorative,
	} = form;
	const lengths = [kinds, texts, addresses, alternatives].map((list) => list.length);
	if (lengths.some((length) => length !== ids.length) || new Set(ids).size !== ids.length) return undefined;
	const typed = ids.map((blockId, place) => ({ id: blockId, text: texts[place] ?? '' }));
	const whole = withGrids(typed, { grids: form['block-grid'], cells: form['block-cell'] });
	return ids.map((blockId, place) => ({
		id: blockId,
		kind: kinds[place] ?? 'text',
		text: whole[place] ?? '',
		address: addresses[place] ?? '',
		alternative: alternatives[place] ?? '',
		decorative: decorative.includes(blockId),
	}));
}

/** Which page is moved, and where to. */
export const movePageForm = z.object({ page: id(), direction: choice(['up', 'down', 'in', 'out']) });

/** Below which page one is put; below none at the top. */
export const placePageForm = z.object({ under: pageOrNone });

/** Which page comes out of the bin. */
export const takeOutForm = z.object({ page: id() });
