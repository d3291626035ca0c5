/** Links that do one thing for whoever has them: signed, with nothing kept, each for one purpose and one thing. */
import { timingSafeEqual } from 'node:crypto';
import { isId, keyedHash } from '#platform/ids';
import { installation } from '#platform/installation';

export type Purpose = 'renew post' | 'stop search' | 'join plan';

/** `state` is what must still be so when the link is used, such as the end of the run that is renewed. */
export function signedToken(purpose: Purpose, id: string, state = ''): string {
	return `${id}.${signatureOf(purpose, id, state).toString('base64url')}`;
}

/** The thing a token names; whether it is ours only its state can tell. */
export function namedBy(token: string): string | undefined {
	const [id = ''] = token.split('.');
	return isId(id) ? id : undefined;
}

export function isSigned(token: string, purpose: Purpose, id: string, state = ''): boolean {
	const given = Buffer.from(token.split('.')[1] ?? '', 'base64url');
	const right = signatureOf(purpose, id, state);
	return given.length === right.length && timingSafeEqual(given, right);
}

function signatureOf(purpose: Purpose, id: string, state: string): Buffer {
	return keyedHash(installation().secret, `${purpose} ${id} ${state}`).subarray(0, 18);
}
