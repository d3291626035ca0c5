/** Addresses by which one answers a letter: signed, so that only whoever holds the letter can name one. */
import { timingSafeEqual } from 'node:crypto';
import { isId, keyedHash } from './ids.ts';
import { installation } from './installation.ts';

/** What a letter is about: a kind of which a part takes answers, such as `message`, and the thing's id. */
export type Answerable = { readonly kind: string; readonly thing: string };

/** Where a letter about this thing is answered; undefined where this installation takes no mail. */
export function answerAddress({ kind, thing }: Answerable): string | undefined {
	const { answerMail } = installation();
	if (!answerMail) return undefined;
	return `${kind}.${thing.replaceAll('-', '')}.${signatureOf(kind, thing)}@${answerMail.domain}`;
}

/** What an address of ours is about; undefined for any other. Mail programs may change the case of letters. */
export function answerableOf(address: string): Answerable | undefined {
	const { answerMail } = installation();
	const [local = '', domain = ''] = address.toLowerCase().split('@');
	const [kind = '', digits = '', signature = ''] = local.split('.');
	const thing = digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
	if (domain !== answerMail?.domain || !isId(thing)) return undefined;
	const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(kind, thing))];
	return given.length === right.length && timingSafeEqual(given, right) ? { kind, thing } : undefined;
}

/** Eighty bits, in twenty digits: the whole fits the 64 signs before an at sign (RFC 5321, 4.5.3.1.1). */
function signatureOf(kind: string, thing: string): string {
	return keyedHash(installation().secret, `answer by mail ${kind} ${thing}`).toString('hex', 0, 10);
}
