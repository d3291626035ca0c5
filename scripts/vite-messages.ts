/**
 * Vite plugin: in the browser a part's messages are one hashed file per language, of which a page loads
 * the one in its own language before it comes alive. The server keeps `src/messages/*.ts` as they are.
 */
import { resolve } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { completeCatalogue } from '#platform/catalogues';
import { parseMessage } from '#platform/message-parser';
import { defaultLocale, locales, pseudoLocale, type Locale } from '#shared/locales';
import type { Message } from '#shared/message-format';
import { pseudo } from '#shared/pseudo-locale';
import { generate } from './messages/generate.ts';

const textsOf = 'virtual:messages/';

/** The plugin for vite.config.ts; to be listed before SvelteKit's. */
export function messages(): Plugin {
	let root = process.cwd();
	return {
		name: 'opentwinning-messages',
		enforce: 'pre',
		configResolved(config) {
			root = config.root;
		},
		configureServer(server) {
			followEdits(server, root);
		},
		resolveId: {
			filter: { id: /^virtual:messages\// },
			handler: (id) => `\0${id}`,
		},
		load: {
			filter: { id: /src\/messages\/[a-z-]+\.ts$|virtual:messages\// },
			handler(id) {
				if (id.startsWith(`\0${textsOf}`)) return textsModule(id.slice(textsOf.length + 1), root);
				const part = /src\/messages\/([a-z-]+)\.ts$/.exec(id)?.[1];
				if (!part || this.environment.name !== 'client') return undefined;
				return partModule(part);
			},
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

function textsModule(file: string, root: string): string {
	const [locale, part] = file.split('/') as [Locale, string];
	const texts = Object.entries(completeCatalogue(locale, part, root)).map(
		([key, text]): [string, Message] => [
			key,
			locale === pseudoLocale ? pseudo(parseMessage(text)) : parseMessage(text),
		],
	);
	return `export default ${JSON.stringify(Object.fromEntries(texts))};`;
}

/** While developing, an edited message file is seen at the next look at the page. */
function followEdits(server: ViteDevServer, root: string): void {
	const folder = resolve(root, 'messages');
	server.watcher.add(folder);
	server.watcher.on('all', (_event, path) => {
		if (!path.startsWith(folder)) return;
		generate(root);
		const shared = (globalThis as Record<symbol, { loaded?: Map<string, unknown> } | undefined>)[
			Symbol.for('opentwinning.messages')
		];
		shared?.loaded?.clear();
		for (const environment of Object.values(server.environments)) {
			environment.moduleGraph.invalidateAll();
		}
		server.ws.send({ type: 'full-reload' });
	});
}
