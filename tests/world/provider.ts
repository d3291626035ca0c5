// A real OpenID provider for tests, and somebody who walks through its pages; its answers can be spoilt.
import Provider from 'oidc-provider';
import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

type Claims = Record<string, unknown>;

/** What somebody is at the provider; `sub` is the name they type there. */
export type Somebody = { readonly sub: string; readonly email: string; readonly confirmed?: boolean };

export type TestProvider = {
	readonly issuer: string;
	readonly client: { readonly clientId: string; readonly clientSecret: string };
	/** Begins to answer, at the address it had from the start. */
	start(callback: string): Promise<void>;
	stop(): Promise<void>;
	/** From now on changes the claims of each token, or signs it with another key. */
	spoil(way: ((claims: Claims) => Claims) | 'foreign key' | undefined): void;
	/** Goes through the provider's pages as somebody, and answers where it sends the browser at the end. */
	walk(address: string, who: Somebody): Promise<URL>;
};

export async function aProvider(): Promise<TestProvider> {
	const server = createServer();
	const { port } = await listening(server, 0);
	await closed(server);
	const issuer = `http://localhost:${port}`;
	const client = { clientId: 'opentwinning', clientSecret: 'a secret of the tests, long enough' };
	const own = keyPair();
	const foreign = keyPair();
	const people = new Map<string, Somebody>();
	let spoilt: Parameters<TestProvider['spoil']>[0];
	let running: Server | undefined;

	function spoilToken(token: string): string {
		const [head = '', body = ''] = token.split('.');
		const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Claims;
		const changed = typeof spoilt === 'function' ? spoilt(claims) : claims;
		const text = `${head}.${Buffer.from(JSON.stringify(changed)).toString('base64url')}`;
		const key = spoilt === 'foreign key' ? foreign.privateKey : own.privateKey;
		return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
	}

	return {
		issuer,
		client,
		async start(callback) {
			const provider = new Provider(issuer, {
				clients: [
					{
						client_id: client.clientId,
						client_secret: client.clientSecret,
						redirect_uris: [callback],
						token_endpoint_auth_method: 'client_secret_post',
					},
				],
				jwks: {
					keys: [{ ...own.privateKey.export({ format: 'jwk' }), kid: 'own', alg: 'RS256', use: 'sig' }],
				},
				cookies: { keys: ['of the tests'] },
				claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
				conformIdTokenClaims: false,
				findAccount: (_: unknown, sub: string) => ({
					accountId: sub,
					claims: () => {
						const { email, confirmed = true } = people.get(sub) ?? { email: '' };
						return { sub, name: `Name of ${sub}`, email, email_verified: confirmed };
					},
				}),
			});
			provider.use(async (ctx, next) => {
				await next();
				const token = ctx.path === '/token' ? ctx.body['id_token'] : undefined;
				if (spoilt && typeof token === 'string') ctx.body = { ...ctx.body, id_token: spoilToken(token) };
			});
			running = createServer(provider.callback());
			await listening(running, port);
		},
		stop: async () => {
			if (running?.listening) await closed(running);
		},
		spoil: (way) => {
			spoilt = way;
		},
		walk: async (address, who) => {
			people.set(who.sub, who);
			return walkThrough(issuer, address, who.sub);
		},
	};
}

function keyPair() {
	return generateKeyPairSync('rsa', { modulusLength: 2048 });
}

async function listening(server: Server, port: number): Promise<AddressInfo> {
	await new Promise<void>((done) => server.listen(port, 'localhost', done));
	return server.address() as AddressInfo;
}

async function closed(server: Server): Promise<void> {
	server.closeAllConnections();
	await new Promise((done) => server.close(done));
}

/** Types the name, agrees, and stops where the provider sends the browser back to whoever asked. */
async function walkThrough(issuer: string, address: string, sub: string): Promise<URL> {
	const jar = new Map<string, string>();
	let url = new URL(address);
	let form: URLSearchParams | undefined;
	for (let step = 0; step < 12; step++) {
		const headers = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };
		const init = form ? { method: 'POST', body: form, headers } : { headers };
		const answer = await fetch(url, { ...init, redirect: 'manual' });
		for (const line of answer.headers.getSetCookie()) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
			jar.set(name, value);
		}
		form = undefined;
		const location = answer.headers.get('location');
		const page = await answer.text();
		if (location !== null) {
			url = new URL(location, url);
			if (url.origin !== issuer) return url;
			continue;
		}
		const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
		if (action === undefined) throw new Error(`the provider shows no form: ${page.slice(0, 400)}`);
		const prompt = page.includes('value="consent"') ? 'consent' : 'login';
		url = new URL(action, url);
		form = new URLSearchParams(prompt === 'login' ? { prompt, login: sub, password: 'x' } : { prompt });
	}
	throw new Error('the provider leads in circles');
}
