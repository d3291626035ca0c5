/** A letter about a message is answered by mail. */
import { profileFor, teacherWithAddress } from '#domain/people';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { emit } from '#platform/events';
import { refusedTooOften } from '#platform/limits';
import type { MailAnswer } from '#platform/part';
import { granted, refused, type Refused } from '#platform/result';
import type { PersonId, System, Teacher } from '#shared/actor';
import { beginDraft, endsOf, hasComeBefore } from './mailbox.sql.ts';
import { longestWords } from './message.ts';
import { writeMessage, type WriteMessage } from './write-message.ts';

/** Of what cannot be sent, so much goes back to whoever wrote it. */
const mostQuoted = 20_000;

/**
 * Takes it as a message of the teacher to whom the letter went, if it came from an address of theirs that is
 * confirmed; false for anybody else. What cannot be sent waits as begun words, and its writer is told. open-to-all:
 * the mail door has seen the signed address of the letter, and the message is written as that teacher.
 */
export async function answerByMail(ctx: Context<System>, answer: MailAnswer): Promise<boolean> {
	const { thing, words, letter } = answer;
	const ends = await endsOf(ctx, thing);
	const writer = ends && (await teacherWithAddress(ctx, ends.to, answer.from));
	if (!writer) return false;
	if (await hasComeBefore(ctx, letter)) return true;
	const as = { ...ctx, ...writer };
	if (!(await isSent(as, { to: ends.from, words, letter }))) await giveBack(as, ends.from, words);
	return true;
}

async function isSent(ctx: Context<Teacher>, message: WriteMessage): Promise<boolean> {
	if (message.words === '' || message.words.length > longestWords) return false;
	const outcome = await writeMessage(ctx, message).catch(refusedTooOften).catch(refusedWhereGone);
	return outcome.ok;
}

/** Nothing that was written is lost: it goes back by mail, and waits in the conversation if nothing was begun there. */
async function giveBack(ctx: Context<Teacher>, to: PersonId, words: string): Promise<void> {
	const me = ctx.actor.person;
	await inTransaction(ctx, async (ctx) => {
		const other = await profileFor(ctx, to).then(granted, refusedWhereGone);
		if (other.ok && words !== '') await beginDraft(ctx, me, to, words.slice(0, longestWords));
		await emit(ctx, 'notice', {
			to: [me],
			kind: 'answer-not-sent',
			params: {},
			path: other.ok ? `/mailbox/${to}` : '/mailbox',
			...(words !== '' && { quote: words.slice(0, mostQuoted) }),
		});
	});
}

/** Whoever may not be seen any more does not exist. */
function refusedWhereGone(error: unknown): Refused<'gone'> {
	if (error instanceof NotFound) return refused('gone');
	throw error;
}
