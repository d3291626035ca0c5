/**
 * Whose players and boards a page can show, and how they are named: a provider of this list and a key, never an address.
 * Nothing else can be framed, and nothing of it is loaded before a reader asks for it.
 */

type Provider = {
	/** As people call it; a name, the same in all languages. */
	readonly name: string;
	/** Where the frame is loaded from: the only place that a page with it may frame. */
	readonly origin: string;
	/** The whole key, and nothing beside it. */
	readonly key: RegExp;
	/** The key in an address as it is copied from a browser; undefined when it is none of theirs. */
	readonly keyIn: (address: URL) => string | undefined;
	readonly player: (key: string) => string;
	/** The same thing at the provider, as a link. */
	readonly page: (key: string) => string;
};

const hosts = (...names: readonly string[]) => new Set(names);
const youTubes = hosts('www.youtube.com', 'youtube.com', 'm.youtube.com', 'www.youtube-nocookie.com');

/** How far a map reaches beside its middle, in degrees, at this zoom. */
const reach = (zoom: number) => 360 / 2 ** zoom;

const providers = {
	youtube: {
		name: 'YouTube',
		origin: 'https://www.youtube-nocookie.com',
		key: /^[\w-]{11}$/,
		keyIn: ({ hostname, pathname, searchParams }) => {
			if (hostname === 'youtu.be') return pathname.slice(1);
			if (!youTubes.has(hostname)) return undefined;
			return searchParams.get('v') ?? /^\/(?:embed|shorts|live)\/([^/]+)$/.exec(pathname)?.[1];
		},
		player: (key) => `https://www.youtube-nocookie.com/embed/${key}`,
		page: (key) => `https://www.youtube.com/watch?v=${key}`,
	},
	vimeo: {
		name: 'Vimeo',
		origin: 'https://player.vimeo.com',
		key: /^\d{4,12}$/,
		keyIn: ({ hostname, pathname }) =>
			hosts('vimeo.com', 'www.vimeo.com', 'player.vimeo.com').has(hostname)
				? /^\/(?:video\/)?(\d+)/.exec(pathname)?.[1]
				: undefined,
		player: (key) => `https://player.vimeo.com/video/${key}?dnt=1`,
		page: (key) => `https://vimeo.com/${key}`,
	},
	openstreetmap: {
		name: 'OpenStreetMap',
		origin: 'https://www.openstreetmap.org',
		key: /^\d{1,2}\/-?\d{1,2}(\.\d{1,6})?\/-?\d{1,3}(\.\d{1,6})?$/,
		keyIn: ({ hostname, hash }) =>
			hosts('www.openstreetmap.org', 'openstreetmap.org').has(hostname)
				? /^#map=([^&]+)/.exec(hash)?.[1]
				: undefined,
		player: (key) => {
			const [zoom = 0, latitude = 0, longitude = 0] = key.split('/').map(Number);
			const [wide, high] = [reach(zoom), reach(zoom) / 2];
			const box = [longitude - wide, latitude - high, longitude + wide, latitude + high];
			const bounds = box.map((degree) => degree.toFixed(6)).join('%2C');
			return `https://www.openstreetmap.org/export/embed.html?bbox=${bounds}&layer=mapnik`;
		},
		page: (key) => `https://www.openstreetmap.org/#map=${key}`,
	},
	genially: {
		name: 'Genially',
		origin: 'https://view.genially.com',
		key: /^[0-9a-f]{24}$/,
		keyIn: ({ hostname, pathname }) =>
			hosts('view.genially.com', 'view.genial.ly').has(hostname)
				? /^\/([0-9a-f]+)/.exec(pathname)?.[1]
				: undefined,
		player: (key) => `https://view.genially.com/${key}`,
		page: (key) => `https://view.genially.com/${key}`,
	},
	padlet: {
		name: 'Padlet',
		origin: 'https://padlet.com',
		key: /^[0-9a-z]{10,24}$/,
		keyIn: ({ hostname, pathname }) =>
			hosts('padlet.com', 'www.padlet.com').has(hostname)
				? /(?:^\/embed\/|-)([0-9a-z]+)\/?$/.exec(pathname)?.[1]
				: undefined,
		player: (key) => `https://padlet.com/embed/${key}`,
		page: (key) => `https://padlet.com/embed/${key}`,
	},
	canva: {
		name: 'Canva',
		origin: 'https://www.canva.com',
		key: /^[\w-]{5,24}\/[\w-]{5,40}$/,
		keyIn: ({ hostname, pathname }) =>
			hosts('www.canva.com', 'canva.com').has(hostname)
				? /^\/design\/([^/]+\/[^/]+)\/(?:view|watch)$/.exec(pathname)?.[1]
				: undefined,
		player: (key) => `https://www.canva.com/design/${key}/view?embed`,
		page: (key) => `https://www.canva.com/design/${key}/view`,
	},
	learningapps: {
		name: 'LearningApps',
		origin: 'https://learningapps.org',
		key: /^p?[0-9a-z]{4,16}$/,
		keyIn: ({ hostname, pathname, searchParams }) =>
			hosts('learningapps.org', 'www.learningapps.org').has(hostname)
				? (searchParams.get('v') ?? searchParams.get('app') ?? /^\/(?:view)?(\w+)$/.exec(pathname)?.[1])
				: undefined,
		player: (key) => `https://learningapps.org/watch?${key.startsWith('p') ? 'v' : 'app'}=${key}`,
		page: (key) => `https://learningapps.org/${key.startsWith('p') ? `view${key.slice(1)}` : key}`,
	},
} as const satisfies Record<string, Provider>;

export type EmbedKey = { readonly provider: string; readonly key: string };

/** As people know them, for whoever looks for something to show. */
export const providerNames: readonly string[] = Object.values(providers).map(({ name }) => name);

/** What an address names, or the code to embed it with that a provider offers; undefined for all but fixed providers. */
export function embedAt(typed: string): EmbedKey | undefined {
	const address = /\ssrc="([^"]+)"/.exec(typed)?.[1] ?? typed.trim();
	if (!URL.canParse(address) || address.length > 2000) return undefined;
	const url = new URL(address);
	if (url.protocol !== 'https:') return undefined;
	for (const [provider, { keyIn }] of Object.entries(providers)) {
		const named = { provider, key: keyIn(url) };
		if (isEmbed(named)) return named;
	}
	return undefined;
}

/** Whether a provider of the list can be asked for a thing of that name. */
export function isEmbed(named: { readonly provider: unknown; readonly key: unknown }): named is EmbedKey {
	const provider = providerOf(named.provider);
	return provider !== undefined && typeof named.key === 'string' && provider.key.test(named.key);
}

/** How the provider is called, what is framed, where from, and where a link leads instead. */
export function embedded({ provider, key }: EmbedKey) {
	const found = providerOf(provider);
	if (!found) throw new Error(`no provider ${provider}`);
	return { name: found.name, origin: found.origin, player: found.player(key), page: found.page(key) };
}

function providerOf(name: unknown): Provider | undefined {
	return typeof name === 'string' && Object.hasOwn(providers, name)
		? providers[name as keyof typeof providers]
		: undefined;
}
