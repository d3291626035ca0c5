/** Hands waiting letters to the relay: each leased before it is sent, tried again with growing pauses, never lost. */
import { createTransport, type Transporter } from 'nodemailer';
import { sql } from 'kysely';
import type { Context } from './context.ts';

export type Relay = {
	readonly send: (letter: WaitingLetter) => Promise<void>;
	readonly close: () => void;
};

export type WaitingLetter = {
	readonly id: string;
	readonly message_id: string;
	readonly to_address: string;
	readonly locale: string;
	readonly subject: string;
	readonly body: string;
	readonly mute_link: string | null;
	readonly answer_to: string | null;
	readonly attempts: number;
};

/** What becomes of a link that opens something once its letter has left: a trial goes on showing it on its pages. */
export type SentLinks = 'forgotten' | 'shown';

const leaseSeconds = 60;
/** A relay that does not move is left well before the lease of the letter is over. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
const mostAttempts = 12;

/** A relay over SMTP; certificates are verified, and the sender is the installation's own address. */
export function smtpRelay(smtpUrl: string, from: string): Relay {
	const transport: Transporter = createTransport({ url: smtpUrl, ...patience }, { from });
	return {
		send: async (letter) => {
			await transport.sendMail({
				to: letter.to_address,
				subject: letter.subject,
				text: letter.body,
				messageId: letter.message_id,
				headers: headersOf(letter),
				...(letter.answer_to !== null && { replyTo: letter.answer_to }),
				disableFileAccess: true,
				disableUrlAccess: true,
			});
		},
		close: () => transport.close(),
	};
}

function headersOf({ locale, mute_link }: WaitingLetter): Record<string, string> {
	return {
		'Content-Language': locale,
		'Auto-Submitted': 'auto-generated',
		// one click, by RFC 8058: the mail program posts to the address by itself
		...(mute_link !== null && {
			'List-Unsubscribe': `<${mute_link}>`,
			'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
		}),
	};
}

/**
 * Sends what waits, letter by letter. A letter in flight when the process dies is sent again under the same
 * Message-ID after its lease; every other letter leaves once.
 */
export async function deliverMail(
	ctx: Context,
	relay: Relay,
	links: SentLinks = 'forgotten',
): Promise<number> {
	const begun = performance.now();
	for (let sent = 0; ;) {
		// a long queue outlives the moment at which it was begun, and a lease counts from when it is taken
		const at = { ...ctx, now: new Date(ctx.now.getTime() + performance.now() - begun) };
		const letter = await claim(at);
		if (!letter) return sent;
		if (await deliver(at, relay, letter, links)) sent += 1;
	}
}

async function claim(ctx: Context): Promise<WaitingLetter | undefined> {
	const until = new Date(ctx.now.getTime() + leaseSeconds * 1000);
	const claimed = await sql<WaitingLetter>`
		update platform.mail set leased_until = ${until}, attempts = attempts + 1
		where id = (
			select id from platform.mail
			where sent_at is null and given_up_at is null and next_attempt_at <= ${ctx.now}
				and (leased_until is null or leased_until < ${ctx.now})
			order by next_attempt_at limit 1 for update skip locked)
		returning id, message_id, to_address, locale, subject, body, mute_link, answer_to, attempts`.execute(ctx.db);
	return claimed.rows[0];
}

async function deliver(
	ctx: Context,
	relay: Relay,
	letter: WaitingLetter,
	links: SentLinks,
): Promise<boolean> {
	try {
		await relay.send(letter);
	} catch (error) {
		await postpone(ctx, letter, error instanceof Error ? error.message.slice(0, 300) : 'unknown');
		return false;
	}
	await ctx.db
		.updateTable('platform.mail')
		.set({ sent_at: ctx.now, leased_until: null, last_error: null })
		.$if(links === 'forgotten', (update) => update.set(withoutLink))
		.where('id', '=', letter.id)
		.execute();
	return true;
}

/** Elsewhere only a hash of the link is kept; from now on only its reader has the link itself. */
const withoutLink = {
	subject: sql<string>`replace(subject, coalesce(secret_link, ''), '[…]')`,
	body: sql<string>`replace(body, coalesce(secret_link, ''), '[…]')`,
	secret_link: null,
};

/** One minute, two, four … at most six hours apart; given up after twelve attempts, about a day. */
async function postpone(ctx: Context, letter: WaitingLetter, problem: string): Promise<void> {
	const pause = Math.min(2 ** (letter.attempts - 1) * 60, 6 * 3600);
	const givenUp = letter.attempts >= mostAttempts;
	ctx.log.warn({ mail: letter.id, attempts: letter.attempts, givenUp }, 'mail not delivered');
	await ctx.db
		.updateTable('platform.mail')
		.set({
			leased_until: null,
			last_error: problem,
			next_attempt_at: new Date(ctx.now.getTime() + pause * 1000),
			given_up_at: givenUp ? ctx.now : null,
		})
		.where('id', '=', letter.id)
		.execute();
}
