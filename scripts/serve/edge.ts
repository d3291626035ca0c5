// What every request passes before anything of the platform sees it: its host, and headers that only we may set.
import type { IncomingMessage } from 'node:http';
import { hostsOf, type Config } from '../../src/server/platform/config.ts';
import { clientAddressOf, clientCountryOf } from './client-address.ts';

/** Why a request cannot be served. */
export interface EdgeRefusal {
	readonly status: 400 | 421;
	readonly sentence: string;
}

const protocolHeader = 'x-forwarded-proto';
const clientHeader = 'x-opentwinning-client';
const countryHeader = 'x-opentwinning-country';

/** What proxies add and clients forge; all of it is either read here or not at all. */
const notFromClients =
	/^(x-opentwinning-.*|x-forwarded-.*|forwarded|x-real-ip|x-client-ip|true-client-ip|cf-connecting-ip|x-original-.*|x-rewrite-url|x-http-method.*|x-method-override)$/;

/** Tells the web framework which headers to believe: those that `admit` sets. */
export function trustOwnHeadersOnly(environment: NodeJS.ProcessEnv): void {
	for (const name of ['HOST_HEADER', 'PORT_HEADER', 'XFF_DEPTH', 'ORIGIN'])
		Reflect.deleteProperty(environment, name);
	environment['PROTOCOL_HEADER'] = protocolHeader;
	environment['ADDRESS_HEADER'] = clientHeader;
	environment['BODY_SIZE_LIMIT'] = '512K';
}

/** Replaces the headers a client must not set by our own; refuses a foreign host and a malformed address. */
export function edgeFor(config: Config): (request: IncomingMessage) => EdgeRefusal | undefined {
	const hosts = hostsOf(config);
	const protocol = config.publicUrl.protocol.slice(0, -1);
	return (request) => {
		const client = clientAddressOf(request, config.trustedProxies);
		const country = clientCountryOf(request, config);
		for (const name of Object.keys(request.headers)) {
			if (notFromClients.test(name)) Reflect.deleteProperty(request.headers, name);
		}
		request.headers[protocolHeader] = protocol;
		request.headers[clientHeader] = client;
		if (country !== undefined) request.headers[countryHeader] = country;
		return refusalOf(request, hosts, config.publicUrl.origin);
	};
}

function refusalOf(
	request: IncomingMessage,
	hosts: ReadonlySet<string>,
	address: string,
): EdgeRefusal | undefined {
	// no address of ours has a NUL, and the database cannot be asked for one
	if (!request.url?.startsWith('/') || request.url.includes('%00'))
		return { status: 400, sentence: 'The address of this request is malformed.' };
	const host = request.headers.host?.toLowerCase() ?? '';
	if (hosts.has(host)) return undefined;
	return { status: 421, sentence: `This platform is served at ${address} only.` };
}
