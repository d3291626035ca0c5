/** The letters about accounts, in the language of the page from which they were asked for. */
import { t } from '#messages/people';
import { t as ts } from '#messages/security';
import { publicAddress } from '#platform/addresses';
import type { Context } from '#platform/context';
import { countAgainst } from '#platform/limits';
import { queueMail } from '#platform/mail';
import { sha256 } from '#platform/ids';
import { lettersFromNetwork, lettersToAddress } from './limits.ts';

/** Counts one letter to this address from this network; throws TooOften beyond the limits. */
export async function countLetter(ctx: Context, email: string, network: string): Promise<void> {
	await countAgainst(ctx, lettersFromNetwork, network);
	await countAgainst(ctx, lettersToAddress, keyOf(email));
}

/** Limits are kept by a hash: a list of counts is no list of addresses. */
export function keyOf(email: string): string {
	return sha256(email).toString('base64url');
}

type ToJoin = { readonly email: string; readonly name: string };

export async function writeConfirmLetter(ctx: Context, to: ToJoin, link: string): Promise<void> {
	const subject = t('people.letter.confirm.subject');
	await write(
		ctx,
		to.email,
		subject,
		[t('people.letter.confirm.body', { name: to.name }), link, t('people.letter.confirm.not-you')],
		link,
	);
}

/** The address has an account already: its owner is told, the page is not. */
export async function writeAlreadyLetter(ctx: Context, email: string): Promise<void> {
	const subject = t('people.letter.already.subject');
	await write(ctx, email, subject, [
		t('people.letter.already.body'),
		publicAddress(`/${ctx.locale}/sign-in`),
		t('people.letter.already.forgotten'),
		publicAddress(`/${ctx.locale}/password`),
	]);
}

/** An account wants this address among its own. */
export async function writeAddAddressLetter(ctx: Context, email: string, link: string): Promise<void> {
	const subject = ts('security.letter.add.subject');
	await write(
		ctx,
		email,
		subject,
		[ts('security.letter.add.body'), link, ts('security.letter.add.not-you')],
		link,
	);
}

/** Another account has the address already; its owner learns it, the one who asked does not. */
export async function writeAddressTakenLetter(ctx: Context, email: string): Promise<void> {
	const subject = ts('security.letter.taken.subject');
	await write(ctx, email, subject, [ts('security.letter.taken.body')]);
}

export async function writeResetLetter(ctx: Context, email: string, link: string): Promise<void> {
	const subject = t('people.letter.reset.subject');
	await write(
		ctx,
		email,
		subject,
		[t('people.letter.reset.body'), link, t('people.letter.reset.not-you')],
		link,
	);
}

/** Nobody signs in with this address: perhaps they joined with another. */
export async function writeUnknownLetter(ctx: Context, email: string): Promise<void> {
	const subject = t('people.letter.unknown.subject');
	await write(ctx, email, subject, [t('people.letter.unknown.body'), publicAddress(`/${ctx.locale}/join`)]);
}

async function write(
	ctx: Context,
	to: string,
	subject: string,
	lines: readonly string[],
	secretLink?: string,
): Promise<void> {
	const body = [...lines, t('people.letter.end')].join('\n\n');
	await queueMail(ctx, { to, locale: ctx.locale, subject, body, ...(secretLink && { secretLink }) });
}
