/** Keeps passwords as scrypt hashes (N 16384, r 16, p 1, 64 bytes; the sign-in library's) and compares them. */
import { hashPassword, verifyPassword } from 'better-auth/crypto';

export function hashOf(password: string): Promise<string> {
	return hashPassword(password);
}

export function isPassword(password: string, hash: string): Promise<boolean> {
	return verifyPassword({ password, hash });
}
