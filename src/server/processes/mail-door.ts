/**
 * The mail door: takes answers to our letters over SMTP, and nothing else. A mail server of the installation stands
 * before it, which looks after spam and forged senders. What is refused is refused in the conversation with that server,
 * so that no letter of ours ever answers a stranger or a machine.
 */
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { answerableOf, type Answerable } from '#platform/answer-address';
import { now } from '#platform/clock';
import type { AnswerMail, Config } from '#platform/config';
import type { Context, Database } from '#platform/context';
import { sha256 } from '#platform/ids';
import { readLetter } from '#platform/letter-read';
import type { Logger } from '#platform/log';
import { parts, type AnswerHandler } from '#platform/part';
import { defaultLocale } from '#shared/locales';
import { system, type System } from '#shared/actor';

export type MailDoor = { readonly port: number; readonly close: () => Promise<void> };

type Doorkeeper = {
	readonly db: Database;
	readonly log: Logger;
	readonly config: Pick<Config, 'listenOn' | 'publicUrl'> & { readonly answerMail: AnswerMail };
};

/** A letter with its pictures and files, which are left out: words alone are small. */
const largestLetter = 10 * 1024 * 1024;
const mostClients = 20;

/** Opens the door; port 0 chooses one. */
export async function openMailDoor({ db, log, config }: Doorkeeper): Promise<MailDoor> {
	const server = new SMTPServer({
		name: config.answerMail.domain,
		banner: 'OpenTwinning takes answers to its letters',
		authOptional: true,
		disabledCommands: ['AUTH', 'STARTTLS'],
		disableReverseLookup: true,
		size: largestLetter,
		maxClients: mostClients,
		onRcptTo: ({ address }, _, done) => done(answerableOf(address) ? null : refusal(550, 'No such address')),
		onData: (stream, session, done) => {
			const ctx = { db, log, actor: system, now: now(), locale: defaultLocale };
			takeLetter(ctx, stream, session, oursIn(config)).then(
				(problem) => done(problem),
				(error: unknown) => {
					log.error({ err: error instanceof Error ? error.message : 'unknown' }, 'letter not taken');
					done(refusal(451, 'Please try again later'));
				},
			);
		},
	});
	server.on('error', (error) => log.warn({ err: error.message }, 'mail door'));
	await new Promise<void>((open, failed) => {
		server.server.once('error', failed);
		server.listen(config.answerMail.port, config.listenOn, open);
	});
	return {
		port: (server.server.address() as AddressInfo).port,
		close: () => new Promise((closed) => server.close(() => closed())),
	};
}

/** Answers in the letter's own conversation: null when it was taken, or dropped because no person wrote it. */
async function takeLetter(
	ctx: Context<System>,
	stream: SMTPServerDataStream,
	{ envelope }: SMTPServerSession,
	ours: readonly string[],
): Promise<Error | null> {
	const raw = await wholeOf(stream);
	if (stream.sizeExceeded) return refusal(552, 'This letter is too large: only words arrive here');
	const sender = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
	const read = await readLetter(raw, sender, ours).catch(() => undefined);
	if (!read) return refusal(554, 'This letter cannot be read');
	if (read.automatic) return null;
	for (const { address } of envelope.rcptTo) {
		const about = answerableOf(address);
		const take = about && handlerOf(about);
		const letter = sha256(`${about?.kind} ${about?.thing} ${read.id || raw.toString('latin1')}`);
		const taken = await take?.(ctx, {
			thing: about?.thing ?? '',
			from: read.from,
			words: read.words,
			letter,
		});
		if (taken !== true) {
			return refusal(550, 'Answer from the address at which you got our letter, or on the platform');
		}
	}
	return null;
}

function handlerOf({ kind }: Answerable): AnswerHandler | undefined {
	return parts().flatMap(({ answers }) => answers?.[kind] ?? [])[0];
}

async function wholeOf(stream: SMTPServerDataStream): Promise<Buffer> {
	const pieces: Buffer[] = [];
	for await (const piece of stream as AsyncIterable<Buffer>) if (!stream.sizeExceeded) pieces.push(piece);
	return Buffer.concat(pieces);
}

/** Addresses in the lines that introduce what is quoted. */
function oursIn({ answerMail, publicUrl }: Doorkeeper['config']): string[] {
	return [`@${answerMail.domain}`, `no-reply@${publicUrl.hostname}`];
}

function refusal(responseCode: number, message: string): Error {
	return Object.assign(new Error(message), { responseCode });
}
