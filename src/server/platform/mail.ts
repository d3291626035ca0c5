/** The outbox: a mail is a row of the transaction that tells about it; the worker hands it to the relay. */
import type { Locale } from '#shared/locales';
import type { Context } from './context.ts';
import { addJob } from './jobs.ts';
import { newId } from './ids.ts';
import { isMailAddress } from './mail-address.ts';

export type Letter = {
	readonly to: string;
	readonly locale: Locale;
	readonly subject: string;
	/** Plain text; a `secretLink` stands in it word for word. */
	readonly body: string;
	/** A link that signs in, confirms or resets: masked wherever mails are listed. */
	readonly secretLink?: string;
};

/** Puts a letter in the outbox; it leaves after the commit, once, with a Message-ID that stays the same. */
export async function queueMail(ctx: Context, letter: Letter): Promise<string> {
	if (!isMailAddress(letter.to)) throw new Error('a letter needs one plain address');
	const id = newId();
	await ctx.db
		.insertInto('platform.mail')
		.values({
			id,
			message_id: `<${id}@opentwinning>`,
			to_address: letter.to,
			locale: letter.locale,
			subject: letter.subject.replaceAll(/\s+/g, ' ').trim(),
			body: letter.body,
			secret_link: letter.secretLink ?? null,
			queued_at: ctx.now,
			next_attempt_at: ctx.now,
		})
		.execute();
	await addJob(ctx, 'platform.deliver-mail', {}, { key: 'platform.deliver-mail' });
	return id;
}
