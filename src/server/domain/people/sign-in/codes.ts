/** Codes that show a second factor: of an app, a new one each half minute, or of the paper for the day it is lost. */
import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { randomBytes } from 'node:crypto';
import type { Context } from '#platform/context';
import { keyedHash, randomSymbols } from '#platform/ids';
import { installation } from '#platform/installation';
import { authenticatorOf, takeStep, useRecoveryCode } from './factors.sql.ts';

const period = 30;
/** Codes of the half minute before and after count too: clocks differ, and people type. */
const drift = 1;
const recoveryCodes = 10;

/** A new secret as apps take it: base32 of 160 bits. */
export function newAppSecret(): string {
	return base32.encode(randomBytes(20), { padding: false });
}

/** What a phone reads from the square. */
export function appAddress(account: string, secret: string): string {
	const label = `${encodeURIComponent('OpenTwinning')}:${encodeURIComponent(account)}`;
	return `otpauth://totp/${label}?${new URLSearchParams({ secret, issuer: 'OpenTwinning' }).toString()}`;
}

/** What an app with this secret shows in a half minute. */
export function codeAt(secret: string, step: number): Promise<string> {
	return createOTP(base32.decode(secret).buffer as never).hotp(step);
}

export function stepOf(moment: Date): number {
	return Math.floor(moment.getTime() / 1000 / period);
}

/** Kept sealed: whoever has the database alone cannot make codes. */
export function seal(text: string): Promise<string> {
	return symmetricEncrypt({ key: installation().secret, data: text });
}

export function unseal(sealed: string): Promise<string> {
	return symmetricDecrypt({ key: installation().secret, data: sealed });
}

/** Takes a code of the login's app, each once; `confirmed` asks for an app that is set up already. */
export async function takeAppCode(
	ctx: Context,
	login: string,
	code: string,
	{ confirmed }: { readonly confirmed: boolean },
): Promise<boolean> {
	const app = await authenticatorOf(ctx, login);
	if (!app || (app.confirmed_at !== null) !== confirmed) return false;
	const secret = await unseal(app.secret);
	const now = stepOf(ctx.now);
	for (let step = now - drift; step <= now + drift; step++) {
		if (code === (await codeAt(secret, step))) return takeStep(ctx, login, step);
	}
	return false;
}

/** Takes what somebody typed as their second factor: a code of the app, or one from the paper. */
export async function takeCode(ctx: Context, login: string, typed: string): Promise<boolean> {
	const code = typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
	if (/^\d{6}$/.test(code)) return takeAppCode(ctx, login, code, { confirmed: true });
	return useRecoveryCode(ctx, login, hashOfRecoveryCode(login, code));
}

/** Ten codes of fifty bits, in two groups that one can type. */
export function newRecoveryCodes(): string[] {
	return Array.from({ length: recoveryCodes }, () => `${randomSymbols(5)}-${randomSymbols(5)}`);
}

/** Keyed: fifty bits alone could be guessed by whoever has the database. */
export function hashOfRecoveryCode(login: string, code: string): Buffer {
	return keyedHash(installation().secret, `recovery ${login} ${code.replaceAll('-', '')}`);
}
