// The headers of every answer: nothing that has a session is stored, nothing is framed, sniffed or sent abroad.
import type { ServerResponse } from 'node:http';

const always: Readonly<Record<string, string>> = {
	// pages bring a policy of their own with a nonce; whatever brings none may load nothing
	'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
	'cache-control': 'private, no-store',
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
};

/** Sets them before anything answers, so that errors and redirects carry them too; pages may say more. */
export function setAnswerHeaders(response: ServerResponse, protocol: string): void {
	for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
	if (protocol === 'https:') {
		response.setHeader('strict-transport-security', 'max-age=63072000; includeSubDomains');
	}
}
