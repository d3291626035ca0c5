/** Digests: one letter that tells of several things, grouped, in the reader's language. */
import { localesOf, type Receiver } from '#domain/people';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { queueMail } from '#platform/mail';
import { inLocale } from '#platform/messages';
import type { PersonId } from '#shared/actor';
import { noticeTopics, topicOf } from '#shared/notice-topics';
import { muteLink } from './mute-link.ts';
import { personsWithDigest, takeDigest, type DigestRow } from './notices.sql.ts';
import { digestText } from './texts.ts';

const personsAtOnce = 200;

/**
 * The job that writes every digest that is due: each notice in one digest at most, and in none when it was seen
 * meanwhile. Running it twice, or in two processes, writes nothing more. open-to-all: only the worker runs it.
 */
export async function sendDigests(ctx: Context): Promise<void> {
	for (;;) {
		const persons = await personsWithDigest(ctx, personsAtOnce);
		for (const person of persons) await inTransaction(ctx, (inside) => sendDigest(inside, person));
		if (persons.length < personsAtOnce) return;
	}
}

async function sendDigest(ctx: Context, person: PersonId): Promise<void> {
	const rows = await takeDigest(ctx, person);
	const [receiver] = await localesOf(ctx, [person]);
	if (rows.length === 0 || !receiver || receiver.email === null) return;
	const { subject, body } = inLocale(receiver.locale, () => digestText(groupsOf(rows, receiver), receiver));
	await queueMail(ctx, {
		to: receiver.email,
		locale: receiver.locale,
		subject,
		body,
		concerns: [person, ...new Set(rows.flatMap(({ named }) => named))],
		muteLink: muteLink({ person, what: 'digest' }, receiver.locale),
	});
}

function groupsOf(rows: readonly DigestRow[], { person, locale }: Receiver) {
	return noticeTopics.flatMap((topic) => {
		const notices = rows.filter(({ kind }) => topicOf(kind) === topic);
		return notices.length === 0 ? [] : [{ topic, notices, mute: muteLink({ person, what: topic }, locale) }];
	});
}
