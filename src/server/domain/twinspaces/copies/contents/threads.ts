/** What was said: updates, walls, the bulletin and the forum, with what everybody in the space still sees of it. */
import type { Space } from '#domain/spaces';
import type { Post, Thread, Threads } from '#domain/spaces/updates';
import { formatDateTime } from '#shared/format';
import { inPieces } from '#shared/web-addresses';
import { html, type Markup } from '#shared/html';
import type { Reader } from './reader.ts';

type ReadFrom = (
	ctx: Reader['ctx'],
	space: Space,
	before?: NonNullable<Threads['older']>,
) => Promise<Threads>;

/** All threads of a place, the newest first, a page at a time. */
export async function* threadsOf({ ctx, twinSpace }: Reader, read: ReadFrom): AsyncGenerator<Thread> {
	let before: NonNullable<Threads['older']> | undefined;
	do {
		const { threads, older } = await read(ctx, twinSpace.space, before);
		for (const thread of threads) {
			if (isInSight(thread)) yield { ...thread, answers: thread.answers.filter(isInSight) };
		}
		before = older ?? undefined;
	} while (before !== undefined);
}

/** Neither hidden nor removed, and not waiting for a look. */
export function isInSight({ state, words }: Pick<Post, 'state' | 'words'>): boolean {
	return state === 'shown' && words !== null;
}

export function threadAsHtml(reader: Reader, thread: Thread): Markup {
	return html`<section class="thread">
		${postAsHtml(reader, thread)}${
			thread.answers.length > 0 &&
			html`<div class="answers">${thread.answers.map((answer) => postAsHtml(reader, answer))}</div>`
		}
	</section> `;
}

export function postAsHtml(reader: Reader, post: Post): Markup {
	const { locale } = reader.ctx;
	const words = inPieces(reader.withoutAliases(post.words ?? '')).map(({ text, address }) =>
		address === undefined ? html`${text}` : html`<a href="${address}" rel="noreferrer" dir="ltr">${text}</a>`,
	);
	return html`<article class="post">
		<p class="by">
			<b dir="auto">${reader.nameOf(post.by)}</b>${
				post.by.school !== null && html` <span dir="auto">${post.by.school.name}</span>`
			}
			<time datetime="${post.postedAt.toISOString()}"
				>${formatDateTime(post.postedAt, locale, 'UTC', 'medium')} UTC</time
			>
		</p>
		<p class="words" lang="${post.locale}" dir="auto">${words}</p>
	</article> `;
}

/** One post as a line of a table. */
export function postAsRow(reader: Reader, place: string, post: Post, answerTo = ''): string[] {
	return [
		...[place, post.id, answerTo, reader.nameOf(post.by), post.by.school?.name ?? ''],
		...[post.postedAt.toISOString(), post.locale, reader.withoutAliases(post.words ?? '')],
	];
}
