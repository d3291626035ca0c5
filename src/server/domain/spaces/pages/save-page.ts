/** Saves a page from its form, and brings earlier versions back: differences are written into the one document. */
import { demandOwnTeacher, demandRight, type SpaceId } from '#domain/spaces';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { countAgainst } from '#platform/limits';
import { granted, refused, type Result } from '#platform/result';
import { cleanContent } from '#shared/rich-text/clean';
import type { Content } from '#shared/rich-text/content';
import { contentOf, newBlockId, type FormBlock } from './form-blocks.ts';
import { writeInto } from './live/document.ts';
import type { Standing } from './live/log.sql.ts';
import { addToLog, contentAt, contentOfDocument, documentOfLog, lockPageLog } from './live/open-document.ts';
import { mergeContent, type Merged } from './merge-content.ts';
import { ownPictures } from './own-pictures.ts';
import { pageLimits, type PageId } from './page.ts';
import { versionAt, versionOf } from './pages.sql.ts';
import { pageFor, reachPage } from './read-pages.ts';
import { addVersion } from './write-pages.sql.ts';

export type SavePage = {
	readonly space: SpaceId;
	readonly page: PageId;
	/** The change of the page's log that the writer began from. */
	readonly basedOn: number;
	readonly title: string;
	readonly locale: string;
	readonly blocks: readonly FormBlock[];
};

export type Saved = {
	readonly version: number;
	/** Blocks that somebody else changed too meanwhile: both texts stand in the page now. */
	readonly twice: Merged['twice'];
	/** Who saved last before; null when it is nobody any more. */
	readonly savedBy: string | null;
};

/** Writes what the form changed into the page, as its next version. What others wrote meanwhile stays. */
export async function savePage(ctx: Context, input: SavePage): Promise<Result<Saved, 'unknown-version'>> {
	const { space, page } = await reachPage(ctx, input.space, input.page);
	demandRight(ctx, space, 'pages.write', page);
	await demandOwnTeacher(ctx, space);
	await countAgainst(ctx, pageLimits.saves, space.me.id);
	return inTransaction(ctx, async (inside) => {
		const standing = await lockPageLog(inside, page.id);
		const base = await contentAt(inside, standing, Math.max(1, input.basedOn));
		if (!base) return refused('unknown-version');
		const { savedBy } = await pageFor(inside, space, page.id);
		const mine = cleanContent(contentOf(input.blocks, base), newBlockId);
		const merged = await writeMine(inside, standing, base, await ownPictures(inside, page.id, mine));
		const words = await wordsToSave(inside, standing, input);
		const version = standing.version + 1;
		const number = await addToLog(inside, standing, [{ change: merged.change, by: space.me.id }]);
		await addVersion(inside, { page: page.id, version, written: number }, space.me.id, {
			...words,
			content: merged.content,
		});
		return granted({ version, twice: merged.twice, savedBy: savedBy.name });
	});
}

/** Makes the page say again what an earlier version said, as a new one; what stood there stays among the versions. */
export async function restoreVersion(
	ctx: Context,
	input: { readonly space: SpaceId; readonly page: PageId; readonly version: number },
): Promise<Result<{ readonly version: number }, 'unknown-version'>> {
	const { space, page } = await reachPage(ctx, input.space, input.page);
	demandRight(ctx, space, 'pages.write', page);
	await demandOwnTeacher(ctx, space);
	return inTransaction(ctx, async (inside) => {
		const standing = await lockPageLog(inside, page.id);
		const earlier = await versionOf(inside, page.id, input.version);
		if (!earlier) return refused('unknown-version');
		const doc = await documentOfLog(inside, page.id);
		const change = writeInto(doc, earlier.content);
		const version = standing.version + 1;
		const number = await addToLog(inside, standing, [{ change, by: space.me.id }]);
		await addVersion(inside, { page: page.id, version, written: number }, space.me.id, earlier);
		return granted({ version });
	});
}

async function writeMine(inside: Context, { page }: Standing, base: Content, mine: Content) {
	const doc = await documentOfLog(inside, page);
	const theirs = await contentOfDocument(inside, page, doc);
	const { content, twice } = mergeContent(base, theirs, mine);
	return { change: writeInto(doc, content), content, twice };
}

/** A title that the writer left alone is the newest one, whoever changed it meanwhile. */
async function wordsToSave(inside: Context, standing: Standing, input: SavePage) {
	const { title, locale } = input;
	const begun = await versionAt(inside, standing.page, Math.max(1, input.basedOn));
	return {
		title: title === begun?.title ? standing.title : title,
		locale: locale === begun?.locale ? standing.locale : locale,
	};
}
