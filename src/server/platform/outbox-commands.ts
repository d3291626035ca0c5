/**
 * `npm run cli -- outbox list` and `outbox show ID`: who has the machine sees what waits, and one letter with its link
 * as it was written. Lists never show a link that signs in, confirms or resets.
 */
import { userInfo } from 'node:os';
import { audit } from './audit.ts';
import type { Context } from './context.ts';
import { isId } from './ids.ts';
import { CommandError, type Command } from './part.ts';

/** So many of the newest letters are listed. */
const listed = 50;
const masked = '<link masked: outbox show ID>';

export const outboxCommands: Readonly<Record<string, Command>> = {
	'outbox list': {
		usage: '[ADDRESS]',
		summary: `The newest ${listed} letters, or those to one address: when, to whom, about what, and whether they have left.`,
		run: async (ctx, [address, ...rest], say) => {
			if (rest.length > 0) throw new CommandError('Give one address, or none.');
			const letters = await newestLetters(ctx, address?.toLowerCase());
			if (letters.length === 0) say(address ? `No letter to ${address} is kept.` : 'The outbox is empty.');
			for (const { id, queued_at, to_address, subject, secret_link, ...state } of letters) {
				const about = secret_link === null ? subject : subject.replaceAll(secret_link, masked);
				say([id, queued_at.toISOString(), stateOf(state), to_address, about].join('  '));
			}
		},
	},
	'outbox show': {
		usage: 'ID',
		summary: 'One letter as it was written, with its link. The log says that it was shown, and to whom.',
		run: async (ctx, [id, ...rest], say) => {
			const letter = id && isId(id) && rest.length === 0 ? await letterById(ctx, id) : undefined;
			if (!letter)
				throw new CommandError('Say which letter: outbox list shows the numbers of those that are kept.');
			await audit(
				ctx,
				'platform.letter-shown',
				{ kind: 'letter', id: letter.id },
				{ by: userInfo().username },
			);
			say(`To: ${letter.to_address}`);
			say(`Queued: ${letter.queued_at.toISOString()}  (${stateOf(letter)})`);
			say(`Subject: ${letter.subject}`);
			say('');
			say(letter.body);
		},
	},
};

type LetterState = {
	readonly sent_at: Date | null;
	readonly given_up_at: Date | null;
	readonly attempts: number;
	readonly last_error: string | null;
};

function stateOf({ sent_at, given_up_at, attempts, last_error }: LetterState): string {
	if (sent_at !== null) return `sent ${sent_at.toISOString()}`;
	if (given_up_at !== null) return `given up: ${last_error ?? 'unknown'}`;
	return attempts === 0 ? 'waits' : `tried ${attempts} times: ${last_error ?? 'unknown'}`;
}

function letters({ db }: Context) {
	return db
		.selectFrom('platform.mail')
		.select(['id', 'queued_at', 'to_address', 'subject', 'body', 'secret_link'])
		.select(['sent_at', 'given_up_at', 'attempts', 'last_error']);
}

function newestLetters(ctx: Context, address: string | undefined) {
	let query = letters(ctx).orderBy('queued_at', 'desc').orderBy('id', 'desc').limit(listed);
	if (address !== undefined) query = query.where('to_address', '=', address);
	return query.execute();
}

function letterById(ctx: Context, id: string) {
	return letters(ctx).where('id', '=', id).executeTakeFirst();
}
