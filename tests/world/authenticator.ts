// A passkey's device in software: makes a key and signs what a browser would hand it.
import { isoCBOR } from '@simplewebauthn/server/helpers';
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

export type Ways = {
	/** Whose page asks; ours, unless a test says otherwise. */
	readonly origin: string;
	/** Whether face, finger or PIN was asked for. */
	readonly verifies?: boolean;
};

const present = 0x01;
const verified = 0x04;
const attested = 0x40;

export function anAuthenticator() {
	const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
	const id = randomBytes(32);
	let count = 0;
	const coseKey = new Map<number, number | Uint8Array>([
		[1, 2],
		[3, -7],
		[-1, 1],
		[-2, new Uint8Array(Buffer.from(x, 'base64url'))],
		[-3, new Uint8Array(Buffer.from(y, 'base64url'))],
	]);

	function seen(type: string, challenge: string, { origin, verifies = true }: Ways, more: Buffer[] = []) {
		count += 1;
		const counter = Buffer.alloc(4);
		counter.writeUInt32BE(count);
		const flags = present | (verifies ? verified : 0) | (more.length > 0 ? attested : 0);
		const site = createHash('sha256').update(new URL(origin).hostname).digest();
		const data = Buffer.concat([site, Buffer.of(flags), counter, ...more]);
		const client = Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
		return { data, client };
	}

	const common = {
		id: id.toString('base64url'),
		rawId: id.toString('base64url'),
		type: 'public-key',
		clientExtensionResults: {},
	} as const;

	return {
		make({ challenge }: { challenge: string }, ways: Ways): RegistrationResponseJSON {
			const length = Buffer.alloc(2);
			length.writeUInt16BE(id.length);
			const key = Buffer.from(isoCBOR.encode(coseKey as never));
			const { data, client } = seen('webauthn.create', challenge, ways, [Buffer.alloc(16), length, id, key]);
			const attestation = new Map<string, unknown>([
				['fmt', 'none'],
				['attStmt', new Map()],
				['authData', new Uint8Array(data)],
			]);
			return {
				...common,
				response: {
					clientDataJSON: client.toString('base64url'),
					attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url'),
					transports: ['internal'],
				},
			};
		},
		answer({ challenge }: { challenge: string }, ways: Ways): AuthenticationResponseJSON {
			const { data, client } = seen('webauthn.get', challenge, ways);
			const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
			return {
				...common,
				response: {
					clientDataJSON: client.toString('base64url'),
					authenticatorData: data.toString('base64url'),
					signature: sign('sha256', signed, privateKey).toString('base64url'),
				},
			};
		},
	};
}
