/** Who wrote what of a page: for the teachers of the space. */
import { demandRight, type MemberCard, type MemberId, type Space } from '#domain/spaces';
import type { Context } from '#platform/context';
import type { PageId } from '../page.ts';
import { pageFor } from '../read-pages.ts';
import { cardsOfHands } from './log.sql.ts';
import { documentOfLog } from './open-document.ts';
import { writersIn, type WrittenBlock } from './writers.ts';

export type Written = {
	readonly blocks: readonly WrittenBlock[];
	/** Everybody whose words stand in the page, whoever wrote most first. */
	readonly writers: readonly { readonly member: MemberCard; readonly letters: number }[];
	/** Letters of which nobody knows whose they are. */
	readonly unknown: number;
};

/** The page as it stands now, stretch by stretch with its writer. */
export async function writersFor(ctx: Context, space: Space, id: PageId): Promise<Written> {
	const page = await pageFor(ctx, space, id);
	demandRight(ctx, space, 'posts.moderate-pupils');
	const [doc, cards] = [await documentOfLog(ctx, page.id), await cardsOfHands(ctx, page.id)];
	const blocks = writersIn(doc, new Map([...cards].map(([hand, member]) => [hand, member.id])));
	const letters = new Map<MemberId | null, number>();
	for (const { text, by } of blocks.flatMap(({ stretches }) => stretches))
		letters.set(by, (letters.get(by) ?? 0) + text.replace(/\s/g, '').length);
	const members = new Map([...cards.values()].map((member) => [member.id, member]));
	const writers = [...members.values()]
		.map((member) => ({ member, letters: letters.get(member.id) ?? 0 }))
		.filter((writer) => writer.letters > 0)
		.sort((one, other) => other.letters - one.letters);
	return { blocks, writers, unknown: letters.get(null) ?? 0 };
}
