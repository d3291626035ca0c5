/** The forum: a page for each discussion with its threads, and one for each thread. */
import { discussionFor, discussionsFor, talkFor } from '#domain/spaces/forum';
import { t } from '#messages/copies';
import type { Entry } from '../write-zip.ts';
import { html } from '#shared/html';
import { asEntry, numbered } from './leaf.ts';
import type { Reader } from './reader.ts';
import { isInSight, postAsHtml } from './threads.ts';

export type PlacedThread = {
	readonly id: string;
	readonly title: string;
	readonly locale: string;
	readonly path: string;
};
export type PlacedDiscussion = {
	readonly title: string;
	readonly locale: string;
	readonly threads: readonly PlacedThread[];
};

/** Every discussion with those of its threads that everybody sees. */
export async function placeForum({ ctx, twinSpace: { space } }: Reader): Promise<PlacedDiscussion[]> {
	const placed: PlacedDiscussion[] = [];
	let place = 0;
	for (const { id, title, locale } of await discussionsFor(ctx, space)) {
		const threads: PlacedThread[] = [];
		for (const thread of (await discussionFor(ctx, space, id)).threads) {
			const [first] = (await talkFor(ctx, space, thread.id)).posts;
			if (first === undefined || !isInSight(first)) continue;
			threads.push({
				...{ id: thread.id, title: thread.title, locale: thread.locale },
				path: `forum/${numbered(place++)}.html`,
			});
		}
		placed.push({ title, locale, threads });
	}
	return placed;
}

export function threadEntry(reader: Reader, { id, title, locale, path }: PlacedThread): Entry {
	return asEntry(reader, {
		path,
		title: reader.withoutAliases(title),
		lang: locale,
		above: { path: 'index.html#forum', title: t('copies.forum.title') },
		body: async () => {
			const { posts } = await talkFor(reader.ctx, reader.twinSpace.space, id);
			return html`${posts.filter(isInSight).map((post) => html`<div class="thread">${postAsHtml(reader, post)}</div>`)}`;
		},
	});
}
