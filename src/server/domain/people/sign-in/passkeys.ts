/** Passkeys: what a browser is asked to sign, and whether what it signed is right. A passkey is two factors in one. */
import {
	generateAuthenticationOptions,
	generateRegistrationOptions,
	verifyAuthenticationResponse,
	verifyRegistrationResponse,
	type AuthenticationResponseJSON,
	type AuthenticatorTransport,
	type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from '#platform/context';
import { keyedHash, sha256 } from '#platform/ids';
import { installation } from '#platform/installation';
import { notePasskeyUse, passkeyById, passkeysOf, spendChallenge, type Passkey } from './factors.sql.ts';
import { challengeLife } from './limits.ts';

/** What the signature is for: one made to sign in adds no passkey, and none is for another account. */
type Purpose = 'enter' | `add ${string}`;

/** What `navigator.credentials.get` is asked; any passkey of this site may answer. */
export async function askToEnter(ctx: Context) {
	return generateAuthenticationOptions({
		rpID: site().id,
		challenge: newChallenge(ctx, 'enter'),
		userVerification: 'required',
	});
}

/** What `navigator.credentials.create` is asked, for one account. */
export async function askToAdd(ctx: Context, account: { login: string; name: string; email: string }) {
	const { login, name, email } = account;
	const known = await passkeysOf(ctx, login);
	return generateRegistrationOptions({
		rpName: 'OpenTwinning',
		rpID: site().id,
		userID: new Uint8Array(sha256(login)),
		userName: email,
		userDisplayName: name,
		challenge: newChallenge(ctx, `add ${login}`),
		attestationType: 'none',
		excludeCredentials: known.map(({ id }) => ({ id })),
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
	});
}

/** The passkey that signed, when everything about it is right; each answer counts once. */
export async function passkeyThatSigned(
	ctx: Context,
	answer: AuthenticationResponseJSON,
): Promise<Passkey | undefined> {
	const passkey = await passkeyById(ctx, answer.id);
	if (!passkey) return undefined;
	const spent: Buffer[] = [];
	const verified = await verifyAuthenticationResponse({
		response: answer,
		...expected(ctx, 'enter', spent),
		credential: {
			id: passkey.id,
			publicKey: new Uint8Array(passkey.public_key),
			counter: passkey.sign_count,
			transports: [...passkey.transports] as AuthenticatorTransport[],
		},
	}).catch(() => undefined);
	if (!verified?.verified || !(await spendAll(ctx, spent))) return undefined;
	await notePasskeyUse(ctx, passkey.id, verified.authenticationInfo.newCounter);
	return passkey;
}

/** A new passkey for this account, when what the browser made is right. */
export async function passkeyMade(ctx: Context, login: string, answer: RegistrationResponseJSON) {
	const spent: Buffer[] = [];
	const verified = await verifyRegistrationResponse({
		response: answer,
		...expected(ctx, `add ${login}`, spent),
	}).catch(() => undefined);
	if (!verified?.verified || !(await spendAll(ctx, spent))) return undefined;
	const { credential } = verified.registrationInfo;
	return {
		id: credential.id,
		public_key: Buffer.from(credential.publicKey),
		sign_count: credential.counter,
		transports: credential.transports ?? [],
	};
}

function site(): { id: string; origin: string } {
	const { publicUrl } = installation();
	return { id: publicUrl.hostname, origin: publicUrl.origin };
}

function expected(ctx: Context, purpose: Purpose, spent: Buffer[]) {
	return {
		expectedOrigin: site().origin,
		expectedRPID: site().id,
		requireUserVerification: true,
		expectedChallenge: (encoded: string) => {
			spent.push(sha256(encoded));
			return isChallenge(ctx, purpose, Buffer.from(encoded, 'base64url'));
		},
	};
}

async function spendAll(ctx: Context, hashes: readonly Buffer[]): Promise<boolean> {
	for (const hash of hashes) if (!(await spendChallenge(ctx, hash))) return false;
	return hashes.length > 0;
}

/** Random bytes, the time, and our signature: nothing has to be kept until somebody answers. */
function newChallenge(ctx: Context, purpose: Purpose): Uint8Array<ArrayBuffer> {
	const head = Buffer.alloc(22);
	randomBytes(16).copy(head);
	head.writeUIntBE(ctx.now.getTime(), 16, 6);
	return new Uint8Array(Buffer.concat([head, signatureOf(head, purpose)]));
}

function isChallenge(ctx: Context, purpose: Purpose, bytes: Buffer): boolean {
	if (bytes.length !== 54) return false;
	const head = bytes.subarray(0, 22);
	const age = ctx.now.getTime() - head.readUIntBE(16, 6);
	return (
		timingSafeEqual(bytes.subarray(22), signatureOf(head, purpose)) && age >= 0 && age < challengeLife * 1000
	);
}

function signatureOf(head: Buffer, purpose: Purpose): Buffer {
	return keyedHash(installation().secret, `challenge ${purpose} ${head.toString('base64url')}`);
}
