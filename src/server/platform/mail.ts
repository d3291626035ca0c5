/** The outbox: a mail is a row of the transaction that tells about it; the worker hands it to the relay. */
import { sql } from 'kysely';
import type { PersonId } from '#shared/actor';
import type { Locale } from '#shared/locales';
import type { Context } from './context.ts';
import { addJob } from './jobs.ts';
import { newId } from './ids.ts';
import { isMailAddress } from './mail-address.ts';
import { overBefore } from './retention.ts';

export type Letter = {
	readonly to: string;
	readonly locale: Locale;
	readonly subject: string;
	/** Plain text; a `secretLink` stands in it word for word. */
	readonly body: string;
	/** A link that signs in, confirms or resets: masked wherever mails are listed. */
	readonly secretLink?: string;
	/** It leaves no sooner, because its reader wants quiet. */
	readonly leavesAt?: Date;
	/** A link by which the reader is told no more of such things; mail programs offer it as a button. */
	readonly muteLink?: string;
	/** Where it is answered by mail. */
	readonly answerTo?: string;
	/** Persons to whom it goes or whom it names; it is forgotten with any of them. */
	readonly concerns?: readonly PersonId[];
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
			concerns: [...(letter.concerns ?? [])],
			queued_at: ctx.now,
			next_attempt_at: letter.leavesAt ?? ctx.now,
			mute_link: letter.muteLink ?? null,
			answer_to: letter.answerTo ?? null,
		})
		.execute();
	await addJob(ctx, 'platform.deliver-mail', {}, { key: 'platform.deliver-mail' });
	return id;
}

/** What was written to an address, or about a person wherever it went, is gone. */
export async function forgetLetters(
	ctx: Context,
	whom: { readonly address: string } | { readonly person: PersonId },
): Promise<void> {
	const concerned =
		'address' in whom
			? sql<boolean>`to_address = ${whom.address}`
			: sql<boolean>`concerns @> array[${whom.person}]::uuid[]`;
	await ctx.db.deleteFrom('platform.mail').where(concerned).execute();
}

/** What was written to an address and is still kept, for its owner's export; a letter that names others only by its date. */
export async function lettersTo(ctx: Context, address: string, person: PersonId) {
	const namesOthers = sql<boolean>`exists (select from unnest(concerns) as named where named <> ${person}::uuid)`;
	return ctx.db
		.selectFrom('platform.mail')
		.select((eb) => [
			eb.case().when(namesOthers).then(null).else(eb.ref('subject')).end().as('subject'),
			eb.case().when(namesOthers).then(null).else(eb.ref('body')).end().as('body'),
		])
		.select(['queued_at', 'sent_at', 'given_up_at'])
		.where('to_address', '=', address)
		.orderBy('queued_at')
		.execute();
}

/** The hourly job that forgets letters, whether they have left or not: by then their links are long over. */
export async function forgetOldLetters(ctx: Context): Promise<void> {
	const over = await overBefore(ctx, 'letter');
	await ctx.db.deleteFrom('platform.mail').where('queued_at', '<', over).execute();
}
