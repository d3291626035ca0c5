// Who is at the other end: the address of the connection, or what proxies that we trust say of it.
import type { IncomingMessage } from 'node:http';
import { isIP, type BlockList } from 'node:net';
import type { Config } from '../../src/server/platform/config.ts';

/** The client's address; X-Forwarded-For is read from the right, and only as far as trusted proxies wrote it. */
export function clientAddressOf(request: IncomingMessage, trustedProxies: BlockList): string {
	let address = plain(request.socket.remoteAddress ?? '');
	const hops = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',').reverse();
	for (const hop of hops) {
		if (!isTrusted(address, trustedProxies)) break;
		const next = plain(hop.trim());
		if (isIP(next) === 0) break;
		address = next;
	}
	return address;
}

/** The client's country as two letters, when the connection comes from a proxy that we trust and that says it. */
export function clientCountryOf(
	request: IncomingMessage,
	{ trustedProxies, countryHeader }: Pick<Config, 'trustedProxies' | 'countryHeader'>,
): string | undefined {
	if (countryHeader === undefined) return undefined;
	if (!isTrusted(plain(request.socket.remoteAddress ?? ''), trustedProxies)) return undefined;
	const said = request.headers[countryHeader];
	return typeof said === 'string' && /^[A-Z]{2}$/.test(said) ? said : undefined;
}

function isTrusted(address: string, trustedProxies: BlockList): boolean {
	const family = isIP(address);
	return family !== 0 && trustedProxies.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** Without brackets, port and the prefix of IPv4 in IPv6. */
function plain(text: string): string {
	const bare = /^\[(.+)\](:\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
	return bare.replace(/^::ffff:(?=\d+\.)/i, '');
}
