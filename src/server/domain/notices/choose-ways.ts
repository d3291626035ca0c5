/** How a person wants to be told of what, and when not. */
import { localesOf } from '#domain/people';
import { timeZoneOf } from '#domain/places';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { granted, type Granted } from '#platform/result';
import { noticeTopics, wayOf, waysOf, type NoticeTopic, type NoticeWay } from '#shared/notice-topics';
import { demand } from './abilities.ts';
import { ownChoices, putHabits, putWays } from './choices.sql.ts';
import type { Habits } from './habits.ts';
import { mutingOf, type Muting } from './mute-link.ts';
import { me } from './read-notices.ts';

export type Choices = {
	readonly topics: readonly {
		readonly topic: NoticeTopic;
		readonly way: NoticeWay;
		/** With what can be chosen. */
		readonly ways: readonly NoticeWay[];
	}[];
	readonly habits: Habits;
	/** By whose clock the quiet hours count. */
	readonly zone: string;
};

/** How I am told of each topic. */
export async function noticeChoices(ctx: Context): Promise<Choices> {
	demand(ctx, 'notices.read-own');
	const { ways, habits } = await ownChoices(ctx, me(ctx));
	const [receiver] = await localesOf(ctx, [me(ctx)]);
	return {
		topics: noticeTopics.map((topic) => ({
			topic,
			way: wayOf(topic, ways.get(topic)),
			ways: waysOf(topic),
		})),
		habits,
		zone: await timeZoneOf(ctx, receiver?.country),
	};
}

/** Ways that a topic does not have are left away. What was told before stays told as it was. */
export async function chooseWays(
	ctx: Context,
	input: { readonly ways: ReadonlyMap<NoticeTopic, NoticeWay>; readonly habits: Habits },
): Promise<Granted<undefined>> {
	demand(ctx, 'notices.read-own');
	return inTransaction(ctx, async (ctx) => {
		const possible = [...input.ways].filter(([topic, way]) => waysOf(topic).includes(way));
		await putWays(ctx, me(ctx), new Map(possible));
		await putHabits(ctx, me(ctx), input.habits);
		return granted();
	});
}

/** What the link in a letter would mute. open-to-all: whoever has the link has the letter. */
export function mutingBy(token: string): Muting {
	const muting = mutingOf(token);
	if (!muting) throw new NotFound('mute link');
	return muting;
}

/** No letters of this topic any more; it stands in the platform only. open-to-all, and twice changes nothing more. */
export async function muteByLink(ctx: Context, token: string): Promise<void> {
	const { person, what } = mutingBy(token);
	await inTransaction(ctx, async (ctx) => {
		const { ways } = await ownChoices(ctx, person);
		const inDigest = (topic: NoticeTopic) => wayOf(topic, ways.get(topic)) === 'digest';
		const muted = noticeTopics.filter((topic) => (what === 'digest' ? inDigest(topic) : topic === what));
		const possible = muted.filter((topic) => waysOf(topic).includes('platform'));
		await putWays(ctx, person, new Map(possible.map((topic) => [topic, 'platform'])));
	});
}
