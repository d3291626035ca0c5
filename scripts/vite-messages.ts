/**
 * Vite plugin: the browser gets one hashed file of texts in the page's language and nothing of the others.
 * It holds the messages that code in the browser names; the server keeps `src/messages/*.ts` as they are.
 */
import { resolve } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { completeCatalogue, messageFilesList, messageParts } from '#platform/catalogues';
import { parseMessage } from '#platform/message-parser';
import { forgetMessages } from '#platform/messages';
import { locales, pseudoLocale, type Locale } from '#shared/locales';
import type { Message } from '#shared/message-format';
import { pseudo } from '#shared/pseudo-locale';
import { usageInBrowser } from './messages/browser-usage.ts';
import { generate } from './messages/generate.ts';
import { isUsed } from './messages/usage.ts';

const partModule = /\/src\/messages\/[a-z-]+\.ts$/;
const filesModule = /\/src\/shared\/message-files\.ts$/;
const textsModule = 'virtual:messages/';
const placeholder = /(["'`])@@messages:([\w-]+)@@\1/g;

/** The plugin for vite.config.ts; to be listed before SvelteKit's. */
export function messages(): Plugin {
	let root = process.cwd();
	let building = false;
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
			filter: { id: [partModule, filesModule, /^\0virtual:messages\//] },
			handler(id) {
				if (partModule.test(id)) return `export { t } from '#shared/messages-in-browser';`;
				if (filesModule.test(id)) return filesSource();
				const locale = id.slice(textsModule.length + 1) as Locale;
				// Which texts the browser needs is known only when all its code has been read.
				return `export default ${building ? `'@@messages:${locale}@@'` : textsIn(locale, root)};`;
			},
		},
		renderChunk(code) {
			if (!code.includes('@@messages:')) return undefined;
			const usage = usageInBrowser(this);
			return code.replace(placeholder, (_match, _quote, locale: Locale) =>
				textsIn(locale, root, (key) => isUsed(usage, key)),
			);
		},
		generateBundle(_options, bundle) {
			const source = JSON.stringify(filesByLocale(Object.values(bundle)));
			this.emitFile({ type: 'asset', fileName: messageFilesList, source });
		},
	};
}

function filesSource(): string {
	const files = [...locales, pseudoLocale].map(
		(locale) => `'${locale}': () => import('${textsModule}${locale}')`,
	);
	return `export const messageFiles = { ${files.join(', ')} };`;
}

/** Which file holds the texts of which language, for the server that announces it in the page's head. */
function filesByLocale(files: readonly { fileName: string; facadeModuleId?: string | null }[]) {
	return Object.fromEntries(
		files
			.filter(({ facadeModuleId }) => facadeModuleId?.startsWith(`\0${textsModule}`))
			.map(({ fileName, facadeModuleId }) => [facadeModuleId?.slice(textsModule.length + 1), fileName]),
	);
}

/** The parsed texts of a language, as JavaScript. */
function textsIn(locale: Locale, root: string, isWanted: (key: string) => boolean = () => true): string {
	const texts = messageParts(root)
		.flatMap((part) => Object.entries(completeCatalogue(locale, part, root)))
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
