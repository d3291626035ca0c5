import type { IncomingMessage } from 'node:http';
import { BlockList } from 'node:net';
import { expect, test } from 'vitest';
import { clientAddressOf } from './client-address.ts';

function address(
	remoteAddress: string,
	forwarded: string | undefined,
	trusted: readonly string[] = [],
): string {
	const proxies = new BlockList();
	for (const proxy of trusted) proxies.addAddress(proxy, proxy.includes(':') ? 'ipv6' : 'ipv4');
	const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
	return clientAddressOf({ socket: { remoteAddress }, headers } as IncomingMessage, proxies);
}

test('a client that forges X-Forwarded-For stays who it is', () => {
	expect(address('203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
});

test('a trusted proxy is believed about its client', () => {
	expect(address('10.0.0.1', '198.51.100.1', ['10.0.0.1'])).toBe('198.51.100.1');
	expect(address('::ffff:10.0.0.1', '2001:db8::7', ['10.0.0.1'])).toBe('2001:db8::7');
});

test('what a client wrote before the proxy did is not believed', () => {
	expect(address('10.0.0.1', '1.2.3.4, 198.51.100.1', ['10.0.0.1'])).toBe('198.51.100.1');
});

test('a chain of trusted proxies leads to the client before them', () => {
	expect(address('10.0.0.1', '1.2.3.4, 198.51.100.1, 10.0.0.2', ['10.0.0.1', '10.0.0.2'])).toBe(
		'198.51.100.1',
	);
});

test('a port or brackets around the address do not matter, and nonsense ends the search', () => {
	expect(address('10.0.0.1', '198.51.100.1:5123', ['10.0.0.1'])).toBe('198.51.100.1');
	expect(address('10.0.0.1', '[2001:db8::7]:443', ['10.0.0.1'])).toBe('2001:db8::7');
	expect(address('10.0.0.1', 'unknown', ['10.0.0.1'])).toBe('10.0.0.1');
});
