/** Everything that is done in a space, for its teachers: each tool tells its own part from what it keeps anyway. */
import type { Context } from '#platform/context';
import { parts } from '#platform/part';
import { demandRight } from './abilities.ts';
import { memberCardsOf, membersLogged } from './members.sql.ts';
import type { MemberCard, MemberId, Space, SpaceId } from './space.ts';

export const logVerbs = ['made', 'changed', 'removed', 'hidden', 'joined', 'left', 'let-go'] as const;
export type LogVerb = (typeof logVerbs)[number];

export const logKinds = ['post', 'page', 'material', 'folder', 'discussion', 'thread', 'member'] as const;
export type LogKind = (typeof logKinds)[number];

/** One deed as a tool tells it. */
export type LoggedDeed = {
	readonly at: Date;
	/** Whose hand it was; null: several together, or the platform. */
	readonly by: MemberId | null;
	readonly verb: LogVerb;
	readonly kind: LogKind;
	readonly id: string;
	/** The first words, the title or the name, also of what is removed; null: it is forgotten. */
	readonly words: string | null;
	readonly locale: string | null;
	/** The version of a page. */
	readonly version?: number;
};

export type Logged = Omit<LoggedDeed, 'by'> & { readonly by: MemberCard | undefined };

export type LogWindow = {
	readonly space: SpaceId;
	readonly before: Date;
	/** Not what is older: removed things are kept for ninety days, and so is the log. */
	readonly since: Date;
	readonly by: MemberId | undefined;
	readonly most: number;
};

declare module '#platform/part' {
	interface Part {
		/** The newest deeds of a space that this tool keeps, at most so many. */
		readonly spaceLog?: (ctx: Context, window: LogWindow) => Promise<readonly LoggedDeed[]>;
	}
}

const days = 90;
const mostOfPage = 60;

export type Log = {
	readonly deeds: readonly Logged[];
	/** Where the next page begins. */
	readonly next: Date | undefined;
	/** Everybody who was ever in the space, to choose by. */
	readonly members: readonly MemberCard[];
};

/**
 * The log of the space for one of its teachers, newest first, ninety days back: what was written, changed, removed and
 * hidden, by whom, with the words of what is gone. Forbidden for everybody else.
 */
export async function logFor(
	ctx: Context,
	space: Space,
	asked: { readonly before?: Date | undefined; readonly by?: MemberId | undefined },
): Promise<Log> {
	demandRight(ctx, space, 'posts.moderate-pupils');
	const since = new Date(ctx.now.getTime() - days * 86_400_000);
	const before = asked.before ?? new Date(ctx.now.getTime() + 1000);
	const window = { space: space.id, before, since, by: asked.by, most: mostOfPage + 1 };
	const told: LoggedDeed[] = [];
	for (const { spaceLog } of parts()) told.push(...((await spaceLog?.(ctx, window)) ?? []));
	told.sort((one, other) => other.at.getTime() - one.at.getTime());
	const shown = told.slice(0, mostOfPage);
	const members = await memberCardsOf(ctx, space.id);
	const cards = new Map(members.map((member) => [member.id, member]));
	return {
		deeds: shown.map(({ by, ...deed }) => ({ ...deed, by: by === null ? undefined : cards.get(by) })),
		next: told.length > mostOfPage ? shown.at(-1)?.at : undefined,
		members,
	};
}

/** Who came and went. */
export async function logOfMembers(ctx: Context, window: LogWindow): Promise<LoggedDeed[]> {
	return membersLogged(ctx, window);
}
