/** Saves a page. Every save is a version; who saves over somebody else's newer version is shown both texts first. */
import { demandRight, type SpaceId } from '#domain/spaces';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { measuresOf } from '#platform/files';
import { countAgainst } from '#platform/limits';
import { granted, refused, type Result } from '#platform/result';
import { cleanContent } from '#shared/rich-text/clean';
import { picturesIn, type Block, type Content } from '#shared/rich-text/content';
import { contentOf, formBlocksOf, newBlockId, type FormBlock } from './form-blocks.ts';
import { mergeContent } from './merge-content.ts';
import { pageLimits, type PageId, type PageWithContent } from './page.ts';
import { picturePurpose } from './picture-purpose.ts';
import { lockPage, versionOf } from './pages.sql.ts';
import { pageFor, reachPage } from './read-pages.ts';
import { addVersion } from './write-pages.sql.ts';

export type SavePage = {
	readonly space: SpaceId;
	readonly page: PageId;
	/** The version the writer began from. */
	readonly basedOn: number;
	readonly title: string;
	readonly locale: string;
	readonly blocks: readonly FormBlock[];
};

/** Saved; or somebody saved meanwhile, and here are both texts to look at and send again. */
export type Saved =
	| { readonly saved: true; readonly version: number }
	| {
			readonly saved: false;
			readonly version: number;
			readonly savedBy: string | null;
			readonly blocks: readonly FormBlock[];
			readonly twice: readonly { readonly theirs: string; readonly mine: string }[];
	  };

/** Saves the form as the next version, or gives both texts back; nothing is lost either way. */
export async function savePage(ctx: Context, input: SavePage): Promise<Result<Saved, 'unknown-version'>> {
	const { space, page } = await reachPage(ctx, input.space, input.page);
	demandRight(ctx, space, 'pages.write', page);
	await countAgainst(ctx, pageLimits.saves, space.me.id);
	return inTransaction(ctx, async (inside) => {
		const newest = await lockPage(inside, page.id);
		const base = await versionOf(inside, page.id, input.basedOn);
		if (!base) return refused('unknown-version');
		const mine = await ownPictures(
			inside,
			page.id,
			cleanContent(contentOf(input.blocks, base.content), newBlockId),
		);
		if (input.basedOn !== newest)
			return granted(broughtTogether(base.content, await pageFor(inside, space, page.id), mine));
		const { title, locale } = input;
		const version = newest + 1;
		await addVersion(inside, page.id, version, space.me.id, { title, locale, content: mine });
		return granted({ saved: true, version });
	});
}

/** Puts an earlier version on top as a new one; what stood there stays among the versions. */
export async function restoreVersion(
	ctx: Context,
	input: { readonly space: SpaceId; readonly page: PageId; readonly version: number },
): Promise<Result<{ readonly version: number }, 'unknown-version'>> {
	const { space, page } = await reachPage(ctx, input.space, input.page);
	demandRight(ctx, space, 'pages.write', page);
	return inTransaction(ctx, async (inside) => {
		const newest = await lockPage(inside, page.id);
		const earlier = await versionOf(inside, page.id, input.version);
		if (!earlier) return refused('unknown-version');
		await addVersion(inside, page.id, newest + 1, space.me.id, earlier);
		return granted({ version: newest + 1 });
	});
}

function broughtTogether(base: Content, newest: PageWithContent, mine: Content): Saved {
	const { content, twice } = mergeContent(base, newest.content, mine);
	return {
		saved: false,
		version: newest.version,
		savedBy: newest.savedBy.name,
		blocks: formBlocksOf(content),
		twice,
	};
}

/** Pictures of this page only, with their measures; a picture of anywhere else is left out. */
async function ownPictures(ctx: Context, page: PageId, content: Content): Promise<Content> {
	const measures = await measuresOf(ctx, picturePurpose, page, picturesIn(content), 'medium');
	const known = new Map(measures.map((measure) => [measure.file, measure]));
	return { type: 'doc', content: withMeasures(content.content) };

	function withMeasures(blocks: readonly Block[]): Block[] {
		return blocks.flatMap((block): Block[] => {
			if (block.type === 'picture') {
				const own = known.get(block.attrs.file);
				return own ? [{ ...block, attrs: { ...block.attrs, width: own.width, height: own.height } }] : [];
			}
			if (block.type === 'blockquote') return [{ ...block, content: withMeasures(block.content) }];
			if (block.type !== 'bulletList' && block.type !== 'orderedList') return [block];
			return [
				{
					...block,
					content: block.content.map((item) => ({ ...item, content: withMeasures(item.content) })),
				},
			];
		});
	}
}
