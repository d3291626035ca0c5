declare module 'oidc-provider' {
	import type { RequestListener } from 'node:http';

	type Seen = { readonly path: string; body: Record<string, unknown> };

	export default class Provider {
		constructor(issuer: string, configuration: Readonly<Record<string, unknown>>);
		use(step: (ctx: Seen, next: () => Promise<void>) => Promise<void>): void;
		callback(): RequestListener;
	}
}
