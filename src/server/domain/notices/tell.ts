/** Writes what a person is told, in the person's own language and in the way the person chose. */
import { localesOf, type Receiver } from '#domain/people';
import { timeZoneOf } from '#domain/places';
import { answerAddress } from '#platform/answer-address';
import type { Context } from '#platform/context';
import { queueMail } from '#platform/mail';
import { inLocale } from '#platform/messages';
import { topicOf, wayOf, waysOf, type NoticeTopic, type NoticeWay } from '#shared/notice-topics';
import { choicesOf } from './choices.sql.ts';
import { leavesAt, nextDigest, usualHabits, type Habits } from './habits.ts';
import { muteLink } from './mute-link.ts';
import type { NoticeEvent } from './notice.ts';
import { insertNotices } from './notices.sql.ts';
import { letterText } from './texts.ts';

type Wish = Receiver & { readonly way: NoticeWay; readonly habits: Habits; readonly zone: string };

/** Runs in the transaction of what it tells. open-to-all: any part may tell anybody something. */
export async function tell(ctx: Context, event: NoticeEvent): Promise<void> {
	const topic = topicOf(event.kind);
	const wishes = await wishesOf(ctx, event, topic);
	await insertNotices(
		ctx,
		wishes
			.filter(({ way }) => way !== 'off')
			.map(({ person, way, zone, habits }) => ({
				person,
				digestAt: way === 'digest' ? nextDigest(ctx.now, zone, habits) : null,
			})),
		event,
	);
	for (const wish of wishes) if (wish.way === 'at-once') await writeLetter(ctx, event, topic, wish);
}

async function wishesOf(ctx: Context, event: NoticeEvent, topic: NoticeTopic): Promise<Wish[]> {
	const receivers = await localesOf(ctx, event.to);
	const chosen = await choicesOf(ctx, event.to, topic);
	const wishes: Wish[] = [];
	for (const receiver of receivers) {
		const { way, habits = usualHabits } = chosen.get(receiver.person) ?? {};
		const zone = await timeZoneOf(ctx, receiver.country);
		wishes.push({ ...receiver, way: wayOf(topic, way), habits, zone });
	}
	return wishes;
}

async function writeLetter(
	ctx: Context,
	event: NoticeEvent,
	topic: NoticeTopic,
	{ person, name, email, locale, habits, zone }: Wish,
): Promise<void> {
	if (email === null) return;
	// what concerns the account itself cannot be muted
	const mute = waysOf(topic).length > 1 ? muteLink({ person, what: topic }, locale) : undefined;
	const answerTo = event.answerable && answerAddress(event.answerable);
	const reader = { name, locale, ...(mute !== undefined && { mute }), canAnswer: answerTo !== undefined };
	const { subject, body } = inLocale(locale, () => letterText(event, reader));
	await queueMail(ctx, {
		to: email,
		locale,
		subject,
		body,
		concerns: [person, ...(event.names ?? [])],
		leavesAt: leavesAt(ctx.now, zone, habits.quiet),
		...(mute !== undefined && { muteLink: mute }),
		...(answerTo !== undefined && { answerTo }),
	});
}
