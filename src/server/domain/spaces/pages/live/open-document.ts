/** A page's document inside a transaction: locked, read from its log, changed, and written back with what is derived. */
import type { MemberId } from '#domain/spaces';
import { callOut } from '#platform/listening';
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import type { Content } from '#shared/rich-text/content';
import * as Y from 'yjs';
import { ownPictures } from '../own-pictures.ts';
import type { PageId } from '../page.ts';
import { versionAt, versionOf } from '../pages.sql.ts';
import { contentIn, documentOf, firstChange } from './document.ts';
import {
	changesAfter,
	insertChanges,
	insertHands,
	lockLog,
	updateWrittenOfVersion,
	type Change,
	type Standing,
} from './log.sql.ts';
import { updateStanding } from './log.sql.ts';

/** What the database calls out when a page was written in: `PAGE:NUMBER`. */
export const pagesChannel = 'opentwinning_pages';

/** Locks the log of a page that is there, and begins it when the page is from before there were logs. */
export async function lockPageLog(inside: Context, page: PageId): Promise<Standing> {
	const standing = await lockLog(inside, page);
	if (!standing) throw new NotFound('page');
	return standing.written === 0 ? beginLog(inside, standing) : standing;
}

/** The document of a page that is locked. */
export async function documentOfLog(inside: Context, page: PageId, upTo?: number): Promise<Y.Doc> {
	const changes = await changesAfter(inside, page, 0, upTo);
	return documentOf(changes.map(({ change }) => change));
}

/** What readers see of the document: its blocks, with pictures of this page only. */
export async function contentOfDocument(inside: Context, page: PageId, doc: Y.Doc): Promise<Content> {
	return ownPictures(inside, page, contentIn(doc));
}

/** The content at a change that somebody began from; undefined when it cannot be known any more. */
export async function contentAt(
	inside: Context,
	standing: Standing,
	number: number,
): Promise<Content | undefined> {
	if (number > standing.written) return undefined;
	const kept = await versionAt(inside, standing.page, number);
	if (kept?.written === number) return kept.content;
	const changes = await changesAfter(inside, standing.page, 0, number);
	// what was brought together cannot be taken apart
	if (changes.at(-1)?.number !== number) return undefined;
	return contentOfDocument(inside, standing.page, documentOf(changes.map(({ change }) => change)));
}

/** Adds changes to the log and calls out that there are some; returns the number of the last. */
export async function addToLog(
	inside: Context,
	{ page, written }: Pick<Standing, 'page' | 'written'>,
	changes: readonly Change[],
	knownHands: ReadonlyMap<number, MemberId> = new Map(),
): Promise<number> {
	const number = await insertChanges(inside, page, written, changes);
	const hands = changes.flatMap(({ change, by }) => handsIn(change).map((hand) => ({ hand, member: by })));
	await insertHands(
		inside,
		page,
		hands.filter(({ hand }) => !knownHands.has(hand)),
	);
	await callOut(inside, pagesChannel, `${page}:${number}`);
	return number;
}

/** The hands that wrote something new in a change. Throws when it is no change at all. */
export function handsIn(change: Uint8Array): number[] {
	return [...new Set(Y.decodeUpdate(change).structs.map(({ id }) => id.client))];
}

async function beginLog(inside: Context, standing: Standing): Promise<Standing> {
	const { page, version } = standing;
	const newest = await versionOf(inside, page, version);
	if (!newest) throw new NotFound('page-version');
	const written = await insertChanges(inside, page, 0, [{ change: firstChange(newest.content), by: null }]);
	await updateStanding(inside, { page, version, written });
	await updateWrittenOfVersion(inside, { page, version, written });
	return { ...standing, written };
}
