/** Ids are made in Node, so that any PostgreSQL from 15 on serves; secrets are random, ids only unique. */
import { createHash, createHmac, randomBytes } from 'node:crypto';

/** A UUID version 7 (RFC 9562): sorts by the time it was made. Never a secret. */
export function newId(at: number = Date.now()): string {
	const bytes = randomBytes(16);
	bytes.writeUIntBE(at, 0, 6);
	bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
	bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
	const hex = bytes.toString('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** 32 symbols without look-alikes: no i, l, o, u. Five bits each. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Random symbols of an alphabet without look-alikes, five bits each. */
export function randomSymbols(count: number): string {
	return symbolsOf(randomBytes(count));
}

/** One symbol of that alphabet for each byte. */
export function symbolsOf(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => alphabet[byte & 31]).join('');
}

/** The short id in public addresses: eight symbols, forty bits; unique by constraint, not a secret. */
export function newShortId(): string {
	return randomSymbols(8);
}

/** A secret token of 256 bits for links and cookies. */
export function newToken(): string {
	return randomBytes(32).toString('base64url');
}

export function sha256(text: string | Uint8Array): Buffer {
	return createHash('sha256').update(text).digest();
}

/** Keyed hash for secrets that are short enough to guess: worthless without the installation's secret. */
export function keyedHash(secret: string, text: string): Buffer {
	return createHmac('sha256', secret).update(text).digest();
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for anything that could be an id of ours; what is not never reaches the database. */
export function isId(text: string): boolean {
	return uuid.test(text);
}
