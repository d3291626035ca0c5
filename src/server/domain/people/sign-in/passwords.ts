/** Keeps passwords as scrypt hashes (N 16384, r 16, p 1, 64 bytes; the sign-in library's) and compares them. */
import type { Context } from '#platform/context';
import { newToken } from '#platform/ids';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { passwordOfAddress } from './logins.sql.ts';

export function hashOf(password: string): Promise<string> {
	return hashPassword(password);
}

export function isPassword(password: string, hash: string): Promise<boolean> {
	return verifyPassword({ password, hash });
}

/** The login that this address and password open; an unknown address takes as long as a wrong password. */
export async function loginOpenedBy(
	ctx: Context,
	email: string,
	password: string,
): Promise<string | undefined> {
	const found = await passwordOfAddress(ctx, email);
	const right = await isPassword(password, found?.hash ?? (await hashNobodyKnows()));
	return right ? found?.login : undefined;
}

let unknown: Promise<string> | undefined;

function hashNobodyKnows(): Promise<string> {
	unknown ??= hashOf(newToken());
	return unknown;
}
