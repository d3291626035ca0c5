/**
 * Vite plugin: in the browser a part's messages are one hashed file per language, of which a page loads
 * the one in its own language before it comes alive; it holds only what code in the browser names. The
 * server keeps `src/messages/*.ts` as they are.
 */
import { resolve } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { completeCatalogue } from '#platform/catalogues';
import { parseMessage } from '#platform/message-parser';
import { forgetMessages } from '#platform/messages';
import { defaultLocale, locales, pseudoLocale, type Locale } from '#shared/locales';
import type { Message } from '#shared/message-format';
import { pseudo } from '#shared/pseudo-locale';
import { generate } from './messages/generate.ts';
import { emptyUsage, isUsed, noteUsage } from './messages/usage.ts';

const textsOf = 'virtual:messages/';
const generated = /\/src\/messages\/([a-z-]+)\.ts$/;
const placeholder = /(["'`])@@messages:([\w-]+)\/([a-z-]+)@@\1/g;

/** The plugin for vite.config.ts; to be listed before SvelteKit's. */
export function messages(): Plugin {
	let root = process.cwd();
	let building = false;
	const usage = emptyUsage();
	return {
		name: 'opentwinning-messages',
		enforce: 'pre',
		applyToEnvironment: (environment) => environment.name === 'client',
		configResolved(config) {
			root = config.root;
			building = config.command === 'build';
		},
		configureServer(server) {
			followEdits(server, root);
		},
		resolveId: {
			filter: { id: /^virtual:messages\// },
			handler: (id) => `\0${id}`,
		},
		load: {
			filter: { id: [generated, /^\0virtual:messages\//] },
			handler(id) {
				const part = generated.exec(id)?.[1];
				if (part) return partModule(part);
				const [locale, of] = id.slice(textsOf.length + 1).split('/') as [Locale, string];
				// Which texts the browser needs is known only when all its code has been read.
				const texts = building ? `'@@messages:${locale}/${of}@@'` : textsIn(locale, of, root);
				return `export default ${texts};`;
			},
		},
		transform: {
			order: 'post',
			filter: { id: { exclude: [/node_modules/, /^\0/] } },
			handler(code) {
				noteUsage(usage, code);
			},
		},
		renderChunk(code) {
			if (!code.includes('@@messages:')) return undefined;
			return code.replace(placeholder, (_match, _quote, locale: Locale, part: string) =>
				textsIn(locale, part, root, (key) => isUsed(usage, key)),
			);
		},
	};
}

/** Replaces `src/messages/<part>.ts`: awaits the one file of texts that the page's language asks for. */
function partModule(part: string): string {
	const loaders = [...locales, pseudoLocale].map(
		(locale) => `'${locale}': () => import('${textsOf}${locale}/${part}')`,
	);
	return [
		`import { browserMessagesOf } from '#shared/messages-in-browser';`,
		`const texts = { ${loaders.join(', ')} };`,
		`const load = texts[document.documentElement.lang] ?? texts['${defaultLocale}'];`,
		`export const t = browserMessagesOf((await load()).default);`,
	].join('\n');
}

/** The parsed texts of a part in one language, as JavaScript. */
function textsIn(
	locale: Locale,
	part: string,
	root: string,
	isWanted: (key: string) => boolean = () => true,
): string {
	const texts = Object.entries(completeCatalogue(locale, part, root))
		.filter(([key]) => isWanted(key))
		.map(([key, text]): [string, Message] => {
			const message = parseMessage(text);
			return [key, locale === pseudoLocale ? pseudo(message) : message];
		});
	return JSON.stringify(Object.fromEntries(texts));
}

/** While developing, an edited message file is seen at the next look at the page. */
function followEdits(server: ViteDevServer, root: string): void {
	const folder = resolve(root, 'messages');
	server.watcher.add(folder);
	server.watcher.on('all', (_event, path) => {
		if (!path.startsWith(folder)) return;
		generate(root);
		forgetMessages();
		for (const environment of Object.values(server.environments)) {
			environment.moduleGraph.invalidateAll();
		}
		server.ws.send({ type: 'full-reload' });
	});
}
