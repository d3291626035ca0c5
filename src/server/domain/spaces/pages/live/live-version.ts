/**
 * What is written together is kept as versions too: one takes all that is written until nobody has written for a
 * while, or it has lasted for long; the next word begins the next one.
 */
import type { MemberId } from '#domain/spaces';
import type { Context } from '#platform/context';
import { picturesIn, type Content } from '#shared/rich-text/content';
import { addVersion, insertPictures } from '../write-pages.sql.ts';
import { insertWriters, updateLiveVersion, updateStanding, type Standing } from './log.sql.ts';

const minutes = 60_000;
const longest = 30 * minutes;
const quiet = 10 * minutes;

/** Writes the content down as the version that is written together, or begins one. The log must be locked. */
export async function keepLiveVersion(
	inside: Context,
	standing: Standing,
	content: Content,
	writers: readonly MemberId[],
): Promise<void> {
	const [last] = writers.slice(-1);
	if (last === undefined) return;
	const { page, title, locale, written } = standing;
	const ago = (time: number) => new Date(inside.now.getTime() - time);
	const stored = { content: JSON.stringify(content), by: last };
	const times = { begunAfter: ago(longest), writtenAfter: ago(quiet) };
	let { version } = standing;
	if (await updateLiveVersion(inside, standing, stored, times)) {
		await updateStanding(inside, standing);
		await insertPictures(inside, page, version, picturesIn(content));
	} else {
		version++;
		const place = { page, version, written, liveSince: inside.now };
		await addVersion(inside, place, last, { title, locale, content });
	}
	await insertWriters(inside, page, version, writers);
}
